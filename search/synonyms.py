"""Which parts of a question may be said otherwise?

    terms = analyse("gele briefje kwijt", "nl")
    synonyms_for(terms, "nl") → [Expansion(start=0, stop=2, phrase="parkeerboete")]

Words are compared as everywhere: two meet if they share a form, so that an inflected word needs no
synonym of its own. Stop words between the words of a phrase may differ. Expansions are not
expanded again, so no circle of synonyms does harm.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from search.keeping import Kept
from search.models import Synonym
from search.phrases import telling
from services.language.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from services.language.analysis import Term

# The forms of the telling words of a phrase, in their order.
Pattern: TypeAlias = tuple[frozenset[str], ...]
Others: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """The terms of a question from `start` up to `stop`, and a phrase that may replace them."""

    start: int
    stop: int
    phrase: str


def synonyms_for(terms: Sequence[Term], language: str) -> list[Expansion]:
    """Return what parts of a question may be replaced by, from left to right, each once.

    `terms` are all terms of the question in their order, stop words included.
    """
    patterns = expansions(language)
    if not patterns:
        return []
    places = telling(terms, language)
    found = (
        Expansion(places[n], places[n + len(pattern) - 1] + 1, phrase)
        for n in range(len(places))
        for pattern, phrases in _beginning_with(terms[places[n]], patterns)
        if _meets(pattern, [terms[place] for place in places[n : n + len(pattern)]])
        for phrase in phrases
    )
    return list(dict.fromkeys(found))


def expansions(language: str) -> Mapping[str, Sequence[tuple[Pattern, Others]]]:
    """Return, by each form of its first word, every phrase with those that may replace it."""
    return _kept.of(language)


def _read(language: str) -> dict[str, list[tuple[Pattern, Others]]]:
    by_first: dict[str, list[tuple[Pattern, Others]]] = defaultdict(list)
    for synonym in Synonym.objects.active(language).order_by("pk"):
        for phrase, others in _directed(synonym):
            pattern = _pattern(phrase, language)
            for form in pattern[0] if pattern else ():
                by_first[form].append((pattern, others))
    return dict(by_first)


def _directed(synonym: Synonym) -> Iterator[tuple[str, Others]]:
    """Yield each phrase that is typed, with those that it stands for."""
    words, meanings = synonym.word_phrases, synonym.meaning_phrases
    if synonym.direction == Synonym.Direction.ONE_WAY:
        yield from ((phrase, meanings) for phrase in words)
        return
    everything = (*words, *meanings)
    for phrase in everything:
        yield phrase, tuple(other for other in everything if other != phrase)


def _pattern(phrase: str, language: str) -> Pattern:
    terms = analyse(phrase, language)
    return tuple(frozenset(terms[place].forms) for place in telling(terms, language))


def _beginning_with(
    term: Term, patterns: Mapping[str, Sequence[tuple[Pattern, Others]]]
) -> Iterator[tuple[Pattern, Others]]:
    for form in term.forms:
        yield from patterns.get(form, ())


def _meets(pattern: Pattern, terms: Sequence[Term]) -> bool:
    return len(pattern) == len(terms) and not any(
        forms.isdisjoint(term.forms) for forms, term in zip(pattern, terms, strict=True)
    )


_kept = Kept(_read)
