"""How do building and searching grow with the number of documents?

Ready documents of more than 300 words in three languages, laid by a seeded script of the words of
the evaluation set by their frequency, and of rarer ones from the dictionaries; asked are the judged
queries.
"""

from __future__ import annotations

import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from search.building import fill
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
from search.engines.generations import vocabulary_folder
from search.evaluation.documents import judged_documents
from search.evaluation.judgements import judged_queries
from search.query import Selection, ask
from search.searching import find
from services.language import analysis, lemmas
from services.language.recipes import recipe_for
from services.language.tokens import TOKEN
from tests.bench.watch import percentile, watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.results import Results

LANGUAGES = ("nl", "en", "de")
SIZES = (1_000, 10_000, 100_000)
DOCUMENTS_A_SECOND = 2_000
MILLISECONDS = {1: 10, 4: 25}
WORDS_OF_A_TITLE, WORDS_OF_A_SUMMARY, WORDS_OF_A_BODY = 5, 18, 300
RARE_WORDS, SHARE_OF_RARE_WORDS = 20_000, 0.03
SEED = 2018_1724


def measure_scale(results: Results) -> None:
    """Build and ask indices of each size; targets hold for the largest."""
    analysis.prepare(LANGUAGES)
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="portolan-scale-") as directory:
            engine = EmbeddedEngine(Path(directory))
            _build(results, engine, size)
            for clients in MILLISECONDS:
                _ask_all(results, engine, size, clients)


def documents(language: str, count: int) -> Iterator[Document]:
    """Documents of a language: those that are judged, and others."""
    judged = judged_documents(language)
    yield from judged
    frequent = [word for each in judged for word in TOKEN.findall(f"{each.summary} {each.body}")]
    listed = lemmas.words_of(recipe_for(language).dictionary or "")
    rare = list(islice(listed, 0, 10 * RARE_WORDS, 10))
    chance = random.Random(f"{SEED} {language}")
    for number in range(count - len(judged)):
        title, summary, body = (
            " ".join(_words(chance, frequent, rare, length))
            for length in (WORDS_OF_A_TITLE, WORDS_OF_A_SUMMARY, WORDS_OF_A_BODY)
        )
        yield Document(
            id=f"background-{number}",
            language=language,
            kind=("procedure", "information", "topic")[number % 3],
            title=title,
            url=f"/{language}/background-{number}/",
            summary=summary,
            body=body,
            audience=("citizens",),
        )


def _words(
    chance: random.Random, frequent: list[str], rare: list[str], count: int
) -> Iterator[str]:
    for _ in range(count):
        yield chance.choice(rare if chance.random() < SHARE_OF_RARE_WORDS else frequent)


def _build(results: Results, engine: EmbeddedEngine, size: int) -> None:
    ready = {code: list(documents(code, size // len(LANGUAGES))) for code in LANGUAGES}
    with watch() as taken, engine.new_generation(LANGUAGES) as generation:
        for code in LANGUAGES:
            fill([generation], vocabulary_folder(generation.folder, code), code, ready[code])
            generation.finish_language()
        generation.swap_in()
    results.add(
        f"{size:,} ready documents indexed, by processor time",
        size / taken.processor,
        "documents/s",
        at_least=DOCUMENTS_A_SECOND if size == SIZES[-1] else None,
    )


def _ask_all(results: Results, engine: EmbeddedEngine, size: int, clients: int) -> None:
    queries = [(code, each.query) for code in LANGUAGES for each in judged_queries(code)]
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(lambda query: _ask(engine, *query), queries))
        seconds = list(pool.map(lambda query: _ask(engine, *query), clients * queries))
    who = f"{size:,} documents, {clients} at once" if clients > 1 else f"{size:,} documents"
    limit = MILLISECONDS[clients] if size == SIZES[-1] else None
    results.add(f"search in {who}, median", 1000 * percentile(seconds, 0.5), "ms")
    results.add(f"search in {who}, p95", 1000 * percentile(seconds, 0.95), "ms", at_most=limit)


def _ask(engine: EmbeddedEngine, language: str, text: str) -> float:
    with watch() as taken:
        question = ask(text, language, engine.vocabulary(language))
        find(engine, question, Selection())
    return taken.wall
