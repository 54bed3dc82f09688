"""What does a reader get who asks something?

The pages that have enough of the words, best first; those that search editors pinned to the
question stand before them, those that they hid are not found. Where a phrase in quotation marks
stands in no page, its words are asked without the marks; the answer then says so (`is_loose`), as
it does where the site does not have a word, or only others that resemble it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search import readership
from search.best_bets import NONE
from search.query import FACETS, LAST_PAGE, Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from search.best_bets import Bets
    from search.documents import Document
    from search.engines import Finder, Hit, Hits
    from search.query import Question

HITS_ON_A_PAGE = 10
HITS_WEIGHED_BY_READERSHIP = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of results, with the counts of each facet.

    `total` counts the pinned documents too, which stand on the first page beside its hits; where
    it is not exact, there are more.
    """

    question: Question
    selection: Selection
    total: int
    hits: Sequence[Hit]
    counts: Mapping[str, Mapping[str, int]]
    page: int = 1
    pinned: Sequence[Document] = ()
    pinned_count: int = 0
    is_exact: bool = True
    is_degraded: bool = False

    @property
    def page_count(self) -> int:
        listed = self.total - self.pinned_count
        return min(LAST_PAGE, max(1, -(-listed // HITS_ON_A_PAGE)))

    @property
    def first_rank(self) -> int:
        """Which of all results the first one of this page is; the pinned ones stand before."""
        before = self.pinned_count if self.page > 1 else 0
        return before + (self.page - 1) * HITS_ON_A_PAGE + 1

    @property
    def is_loose(self) -> bool:
        """Whether no page can have all that was asked, as it was asked."""
        return self.question.is_loose


def find(
    engine: Finder, question: Question, selection: Selection, page: int = 1, bets: Bets = NONE
) -> Answer:
    """Answer a question; a page beyond the last is the last."""
    if not question.words:
        return Answer(question, selection, 0, [], {})
    pinned = _pinned(engine, question, selection, bets)
    shown = question.without(bets.hidden)
    listed = shown.without(each.id for each in pinned)
    found = _search(engine, listed, selection, page, () if pinned else FACETS)
    # What is pinned counts, too, where it has the words.
    whole = engine.search(shown, selection, limit=1, facets=FACETS) if pinned else found
    if shown.phrases and not (whole.total or _is_found_unfiltered(engine, shown, selection)):
        return find(engine, question.without_phrases(), selection, page, bets)
    answer = Answer(
        question,
        selection,
        found.total + len(pinned),
        found.hits,
        whole.counts,
        page,
        pinned,
        len(pinned),
        is_exact=found.is_exact,
    )
    if page > answer.page_count:
        page = answer.page_count
        last = _search(engine, listed, selection, page)
        answer = replace(answer, hits=last.hits, page=page)
    return answer if answer.page == 1 else replace(answer, pinned=())


def is_weighed(selection: Selection, page: int) -> bool:
    """Say whether the scores of a page of results are multiplied by how much pages are read."""
    start = (page - 1) * HITS_ON_A_PAGE
    is_by_score = readership.is_counted() and not selection.by_title
    return is_by_score and start < HITS_WEIGHED_BY_READERSHIP


def _pinned(engine: Finder, question: Question, selection: Selection, bets: Bets) -> list[Document]:
    """Return what is pinned; a reader who filters or sorts decides alone what stands first."""
    if selection or selection.by_title or not bets.pinned:
        return []
    there = engine.fetch(question.language, bets.pinned)
    return [there[each] for each in bets.pinned if each in there]


def _search(
    engine: Finder,
    question: Question,
    selection: Selection,
    page: int,
    facets: Collection[str] = (),
) -> Hits:
    start = (page - 1) * HITS_ON_A_PAGE
    if is_weighed(selection, page):
        most = HITS_WEIGHED_BY_READERSHIP
        found = engine.search(question, selection, limit=most, facets=facets)
        hits = _weighed(found.hits, question.language)
        return replace(found, hits=hits[start : start + HITS_ON_A_PAGE])
    return engine.search(question, selection, offset=start, limit=HITS_ON_A_PAGE, facets=facets)


def _weighed(hits: Sequence[Hit], language: str) -> list[Hit]:
    """Return the hits with their scores as readers weigh them, the best first."""
    weights = readership.weights(language, [hit.document.id for hit in hits])
    weighed = (replace(hit, score=hit.score * weights[hit.document.id]) for hit in hits)
    return sorted(weighed, key=lambda hit: -hit.score)


def _is_found_unfiltered(engine: Finder, question: Question, selection: Selection) -> bool:
    """Say whether only the filters stand in the way: then nothing else is looked for."""
    return bool(selection) and engine.search(question, Selection(), limit=1).total > 0
