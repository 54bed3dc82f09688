"""What does a reader get who asks something?

First the pages that have enough of the words. Where there are none, those that have any of them
or a title that resembles one; the answer then says so (`is_loose`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search.query import FACETS, LAST_PAGE, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.engines import Engine, Hit, Hits
    from search.query import Question

HITS_ON_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of results, with the counts of each facet."""

    question: Question
    selection: Selection
    total: int
    hits: list[Hit]
    counts: Mapping[str, Mapping[str, int]]
    page: int = 1
    is_loose: bool = False

    @property
    def page_count(self) -> int:
        return min(LAST_PAGE, max(1, -(-self.total // HITS_ON_A_PAGE)))


def find(engine: Engine, question: Question, selection: Selection, page: int = 1) -> Answer:
    """Answer a question; a page beyond the last is the last."""
    if not question.words:
        return Answer(question, selection, 0, [], {})
    found = _search(engine, question, selection, page, loosely=False)
    is_loose = not found.total and not _is_found_unfiltered(engine, question, selection)
    if is_loose:
        found = _search(engine, question, selection, page, loosely=True)
    counts = engine.count(question, selection, FACETS, loosely=is_loose)
    answer = Answer(question, selection, found.total, found.hits, counts, page, is_loose)
    if page <= answer.page_count:
        return answer
    last = _search(engine, question, selection, answer.page_count, loosely=is_loose)
    return replace(answer, hits=last.hits, page=answer.page_count)


def _search(
    engine: Engine, question: Question, selection: Selection, page: int, *, loosely: bool
) -> Hits:
    return engine.search(
        question,
        selection,
        loosely=loosely,
        offset=(page - 1) * HITS_ON_A_PAGE,
        limit=HITS_ON_A_PAGE,
    )


def _is_found_unfiltered(engine: Engine, question: Question, selection: Selection) -> bool:
    """Say whether only the filters stand in the way: then nothing else is looked for."""
    return bool(selection) and engine.search(question, Selection(), limit=1).total > 0
