"""How good is the search, by language and by kind of query?

`evaluate` builds an index of the evaluation set, in a directory of its own or beside the site's on
the search server, asks every judged query as a reader would, and means what came of it. The site's
index and database are not touched.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from search.building import fill
from search.engines.elasticsearch import temporary_engine
from search.engines.embedded import EmbeddedEngine
from search.engines.generations import vocabulary_folder
from search.evaluation.documents import evaluated_documents
from search.evaluation.judgements import CATEGORIES, judged_queries
from search.evaluation.metrics import Outcome, mean, outcome
from search.evaluation.plain import PlainSearch
from search.query import Selection, ask
from search.searching import find
from search.starting_synonyms import starting_synonyms
from search.synonyms import directed, finder_of
from services.language import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from search.engines import Engine
    from search.evaluation.judgements import Judged
    from search.synonyms import Meanings

ENGINES = ("embedded", "elasticsearch", "plain")


def evaluate(engine: str, languages: Collection[str], split: str | None = None) -> dict[str, Any]:
    """The means over all, by language and by category, as `evaluate_search --json` writes them."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="portolan-evaluation-"))
        finders = {
            "embedded": lambda: _filled(EmbeddedEngine(Path(folder)), languages),
            "elasticsearch": lambda: _filled(
                stack.enter_context(temporary_engine(Path(folder))), languages
            ),
            "plain": lambda: _plain(languages),
        }
        found = _ask_all(finders[engine](), languages, split)
    return _report(found, split)


def _ask_all(
    finder: Callable[[Judged], list[str]], languages: Collection[str], split: str | None
) -> list[tuple[Judged, Outcome]]:
    return [
        (judged, outcome(finder(judged), judged.grades))
        for language in languages
        for judged in judged_queries(language)
        if split in (None, judged.split)
    ]


def _filled(engine: Engine, languages: Collection[str]) -> Callable[[Judged], list[str]]:
    analysis.prepare(languages)
    with engine.new_generation(languages) as generation:
        for language in languages:
            folder = vocabulary_folder(generation.folder, language)
            fill([generation], folder, language, evaluated_documents(language))
            generation.finish_language()
        generation.swap_in()
    vocabulary_of = lru_cache(maxsize=None)(engine.vocabulary)

    synonyms_for = finder_of({language: list(_meanings(language)) for language in languages})

    def finder(judged: Judged) -> list[str]:
        vocabulary = vocabulary_of(judged.language)
        question = ask(judged.query, judged.language, vocabulary, synonyms_for)
        answer = find(engine, question, Selection())
        return [hit.document.id for hit in answer.hits]

    return finder


def _meanings(language: str) -> Iterator[Meanings]:
    """The synonyms that every site begins with: no editor has seen the judged queries."""
    for each in starting_synonyms(language):
        yield from directed(each.words, each.meanings, is_one_way=each.is_one_way)


def _plain(languages: Collection[str]) -> Callable[[Judged], list[str]]:
    searches = {language: PlainSearch(evaluated_documents(language)) for language in languages}
    return lambda judged: searches[judged.language].find(judged.query)


def _report(found: list[tuple[Judged, Outcome]], split: str | None) -> dict[str, Any]:
    by_language: dict[str, list[Outcome]] = defaultdict(list)
    by_category: dict[str, list[Outcome]] = defaultdict(list)
    for judged, result in found:
        by_language[judged.language].append(result)
        by_category[judged.category].append(result)
    return {
        "n": len(found),
        "split": split or "all",
        "overall": mean(result for _, result in found),
        "languages": {name: mean(results) for name, results in sorted(by_language.items())},
        "categories": {name: mean(by_category[name]) for name in CATEGORIES if name in by_category},
    }
