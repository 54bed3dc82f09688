"""How do building and searching grow with the number of documents?

Ready documents of more than 300 words in three languages, laid by a seeded script of the words of
the evaluation set by their frequency, and of rarer ones from the dictionaries; asked are the judged
queries. Elasticsearch is measured where `make bench` is lent a server; its processor time is the
client's.
"""

from __future__ import annotations

import os
import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.test import override_settings

from search.building import fill
from search.documents import Document
from search.engines.elasticsearch import temporary_engine
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
    from collections.abc import Iterator, Mapping

    from search.engines import Engine
    from search.vocabulary import Vocabulary
    from tests.bench.results import Results

LANGUAGES = ("nl", "en", "de")
SIZES = (1_000, 10_000, 100_000)
DOCUMENTS_A_SECOND = 2_000
CLIENTS = (1, 4)
# A server's Java compiles what it has done a thousand times; one that serves readers has.
ROUNDS_BEFORE = {"embedded": 1, "elasticsearch": 10}
WORDS_OF_A_TITLE, WORDS_OF_A_SUMMARY, WORDS_OF_A_BODY = 5, 18, 300
RARE_WORDS, SHARE_OF_RARE_WORDS = 20_000, 0.03
SEED = 2018_1724


@dataclass(frozen=True)
class Limits:
    """The most milliseconds of a search, by the number of clients that search at once."""

    median: Mapping[int, int] = field(default_factory=dict)
    p95: Mapping[int, int] = field(default_factory=dict)


LIMITS = {
    "embedded": Limits(p95={1: 10, 4: 25}),
    "elasticsearch": Limits(median={4: 25}, p95={4: 80}),
}


def measure_scale(results: Results) -> None:
    """Build and ask indices of each size; targets hold for the largest."""
    analysis.prepare(LANGUAGES)
    for size in SIZES:
        ready = {code: list(documents(code, size // len(LANGUAGES))) for code in LANGUAGES}
        with tempfile.TemporaryDirectory(prefix="portolan-scale-") as directory:
            for engine in _engines(Path(directory)):
                _build(results, engine, ready, size)
                for clients in CLIENTS:
                    _ask_all(results, engine, size, clients)


def _engines(directory: Path) -> Iterator[Engine]:
    yield EmbeddedEngine(directory / "embedded")
    if url := os.environ.get("TEST_SEARCH_URL"):
        with override_settings(SEARCH_URL=url), temporary_engine(directory / "server") as engine:
            yield engine


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


def _build(
    results: Results, engine: Engine, ready: Mapping[str, list[Document]], size: int
) -> None:
    with watch() as taken, engine.new_generation(LANGUAGES) as generation:
        for code in LANGUAGES:
            fill([generation], vocabulary_folder(generation.folder, code), code, ready[code])
            generation.finish_language()
        generation.swap_in()
    results.add(
        f"{engine.name}: {size:,} ready documents indexed, by processor time",
        size / taken.processor,
        "documents/s",
        at_least=DOCUMENTS_A_SECOND if size == SIZES[-1] else None,
    )


def _ask_all(results: Results, engine: Engine, size: int, clients: int) -> None:
    # As readers of a server, who have the words on their own machine, in the embedded index.
    words = {code: engine.vocabulary(code) for code in LANGUAGES}
    queries = [(words[code], each.query) for code in LANGUAGES for each in judged_queries(code)]
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(lambda query: _ask(engine, *query), ROUNDS_BEFORE[engine.name] * queries))
        seconds = list(pool.map(lambda query: _ask(engine, *query), clients * queries))
    what = f"{engine.name}: search in {size:,} documents, {clients} at once"
    limits = LIMITS[engine.name] if size == SIZES[-1] else Limits()
    for name, share, limit in (("median", 0.5, limits.median), ("p95", 0.95, limits.p95)):
        value = 1000 * percentile(seconds, share)
        results.add(f"{what}, {name}", value, "ms", at_most=limit.get(clients))


def _ask(engine: Engine, words: Vocabulary, text: str) -> float:
    with watch() as taken:
        question = ask(text, words.language, words)
        find(engine, question, Selection())
    return taken.wall
