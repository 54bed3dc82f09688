"""What does a reader get who asks something?

The pages that have enough of the words, best first. Where a phrase in quotation marks stands in no
page, its words are asked without the marks; the answer then says so (`is_loose`), as it does where
the site does not have a word, or only others that resemble it.
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

    @property
    def page_count(self) -> int:
        return min(LAST_PAGE, max(1, -(-self.total // HITS_ON_A_PAGE)))

    @property
    def is_loose(self) -> bool:
        """Whether no page can have all that was asked, as it was asked."""
        return self.question.is_loose


def find(engine: Engine, question: Question, selection: Selection, page: int = 1) -> Answer:
    """Answer a question; a page beyond the last is the last."""
    if not question.words:
        return Answer(question, selection, 0, [], {})
    found = _search(engine, question, selection, page)
    if (
        question.phrases
        and not found.total
        and not _is_found_unfiltered(engine, question, selection)
    ):
        return find(engine, question.without_phrases(), selection, page)
    counts = engine.count(question, selection, FACETS)
    answer = Answer(question, selection, found.total, found.hits, counts, page)
    if page <= answer.page_count:
        return answer
    last = _search(engine, question, selection, answer.page_count)
    return replace(answer, hits=last.hits, page=answer.page_count)


def _search(engine: Engine, question: Question, selection: Selection, page: int) -> Hits:
    offset = (page - 1) * HITS_ON_A_PAGE
    return engine.search(question, selection, offset=offset, limit=HITS_ON_A_PAGE)


def _is_found_unfiltered(engine: Engine, question: Question, selection: Selection) -> bool:
    """Say whether only the filters stand in the way: then nothing else is looked for."""
    return bool(selection) and engine.search(question, Selection(), limit=1).total > 0
