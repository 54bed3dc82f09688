"""How good is the search, by language and by kind of query?

`evaluate` builds indices of the evaluation set, in a directory of their own or beside the site's on
the search server, asks every judged query as a reader would, and means what came of it. The site's
index and database are not touched.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import ExitStack, nullcontext
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
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
    from contextlib import AbstractContextManager

    from search.engines import Engine
    from search.evaluation.judgements import Judged
    from search.synonyms import Meanings

ENGINES = ("embedded", "elasticsearch", "plain")


def evaluate(
    names: Collection[str], languages: Collection[str], split: str | None = None
) -> dict[str, dict[str, Any]]:
    """By engine the means over all, by language and by category, as JSON has them.

    What engines are filled with is read and analysed once for all of them.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="portolan-evaluation-")))
        engines = {
            name: stack.enter_context(_empty(name, folder / name))
            for name in names
            if name != "plain"
        }
        _fill(list(engines.values()), languages)
        finders = {name: _finder(engine, languages) for name, engine in engines.items()}
        if "plain" in names:
            finders["plain"] = _plain(languages)
        return {name: _report(_ask_all(finders[name], languages, split), split) for name in names}


def _ask_all(
    finder: Callable[[Judged], list[str]], languages: Collection[str], split: str | None
) -> list[tuple[Judged, Outcome]]:
    return [
        (judged, outcome(finder(judged), judged.grades))
        for language in languages
        for judged in judged_queries(language)
        if split in (None, judged.split)
    ]


def _empty(name: str, folder: Path) -> AbstractContextManager[Engine]:
    if name == "elasticsearch":
        return temporary_engine(folder)
    return nullcontext(EmbeddedEngine(folder))


def _fill(engines: Collection[Engine], languages: Collection[str]) -> None:
    if not engines:
        return
    analysis.prepare(languages)
    with ExitStack() as stack:
        generations = [stack.enter_context(each.new_generation(languages)) for each in engines]
        for language in languages:
            folder = vocabulary_folder(generations[0].folder, language)
            fill(generations, folder, language, evaluated_documents(language))
            for generation in generations:
                generation.finish_language()
        for generation in generations:
            generation.swap_in()


def _finder(engine: Engine, languages: Collection[str]) -> Callable[[Judged], list[str]]:
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
