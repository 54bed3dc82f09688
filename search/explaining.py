"""Why does a page stand where it stands among the results?

For each word of the question it is said in which fields of the page it stands, by which terms, and
how many points that gives beside the text; then what the page gets as a whole. The weights are
those by which engines are asked (`search.ranking`, `Alternative.worth`). What a score has beyond
them is what the engine's BM25 found in the text: how often the words stand there, and how rare and
long everything is.

    explanation = explain_hit(question, document, indexer, selection)
    replace(explanation, score=5.76).text → 2.31

Scores and points have no unit: they compare the pages of one question, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.documents import SERVICE_KINDS
from search.indexing import FOREIGN
from search.ranking import ALL_WORDS_BONUS, FIELD_BONUS, LOCAL_BONUS, SERVICE_BONUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.documents import Document
    from search.expansion import Alternative, Sense, Word
    from search.indexing import Indexer
    from search.query import Question, Selection

ALL_WORDS, SERVICE, LOCAL = "all_words", "service", "local"
# Rounding of the engine's numbers, which have fewer digits than ours.
NOTHING = 0.0005

Terms = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class InField:
    """The terms of a word that stand in a field, and the points for standing just there."""

    field: str
    terms: tuple[str, ...]
    points: float


@dataclass(frozen=True, slots=True)
class WordOnPage:
    """A word of the question, and the fields of the page that have it in some sense."""

    text: str
    fields: tuple[InField, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a page gets, and for what.

    `score` is the engine's, before readers' weight; None where pages do not stand by their scores.
    """

    words: tuple[WordOnPage, ...]
    bonuses: Mapping[str, float]
    score: float | None = None
    weight: float = 1.0

    @property
    def points(self) -> float:
        """What the page gets for fields and as a whole, beside its text."""
        fields = (each.points for word in self.words for each in word.fields)
        return sum(fields) + sum(self.bonuses.values())

    @property
    def text(self) -> float | None:
        """What the engine gives for the words in the text."""
        if self.score is None:
            return None
        rest = self.score - self.points
        return rest if abs(rest) > NOTHING else 0.0

    @property
    def total(self) -> float | None:
        """By what the results are sorted."""
        return None if self.score is None else self.score * self.weight


def explain_hit(
    question: Question, document: Document, indexer: Indexer, selection: Selection
) -> Explanation:
    """Explain one document; by what score it was found, its hit knows."""
    terms = _terms_by_field(document, indexer)
    words = tuple(WordOnPage(word.text, tuple(_fields(word, terms))) for word in question.asked)
    bonuses = dict(_bonuses(question, document, terms, selection))
    return Explanation(words, bonuses)


def _terms_by_field(document: Document, indexer: Indexer) -> Terms:
    return indexer.field_terms(document) | {FOREIGN: frozenset(indexer.foreign_terms(document))}


def _fields(word: Word, terms: Terms) -> Iterator[InField]:
    """Yield the fields that have a word; of the terms of a sense the best counts."""
    senses = [sense.alternatives for sense in _met(word, terms)]
    for name, here in terms.items():
        meant = [word.foreign] if name == FOREIGN else senses
        found = [_standing(sense, here) for sense in meant]
        if any(found):
            bonus = 1.0 if name == FOREIGN else FIELD_BONUS.get(name, 0.0)
            points = sum(max(each.worth for each in sense) for sense in found if sense) * bonus
            yield InField(name, _named(found), points)


def _met(word: Word, terms: Terms) -> list[Sense]:
    """Return the senses that count: of those that count together only, all stand in the page."""
    text = frozenset().union(*(here for name, here in terms.items() if name != FOREIGN))
    return [
        sense
        for group in word.groups
        if all(_standing(sense.alternatives, text) for sense in group)
        for sense in group
    ]


def _standing(sense: Iterable[Alternative], here: frozenset[str]) -> list[Alternative]:
    return [each for each in sense if each.term in here]


def _named(found: Sequence[Sequence[Alternative]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.term for sense in found for each in sense))


def _bonuses(
    question: Question, document: Document, terms: Terms, selection: Selection
) -> Iterator[tuple[str, float]]:
    """Yield what the page gets as a whole."""
    if len(question.met) > 1 and all(any(_fields(word, terms)) for word in question.met):
        yield ALL_WORDS, ALL_WORDS_BONUS * question.worth
    if document.kind in SERVICE_KINDS:
        yield SERVICE, SERVICE_BONUS * question.worth
    if not set(selection.local_areas).isdisjoint(document.areas):
        yield LOCAL, LOCAL_BONUS * question.worth
