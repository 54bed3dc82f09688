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

from search.models import Synonym
from search.phrases import telling
from services.language.analysis import analyse
from services.presentation.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.query import SynonymFinder
    from services.language.analysis import Term

# The forms of the telling words of a phrase, in their order.
Pattern: TypeAlias = tuple[frozenset[str], ...]
Others: TypeAlias = tuple[str, ...]
Meanings: TypeAlias = tuple[str, Others]
Patterns: TypeAlias = "Mapping[str, Sequence[tuple[Pattern, Others]]]"


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
    patterns = _kept.of(language)
    return _replacements(terms, language, patterns) if patterns else []


def finder_of(synonyms: Mapping[str, Iterable[Meanings]]) -> SynonymFinder:
    """Return what finds synonyms that are not in the database, given by language."""
    made = {code: _patterns(rows, code) for code, rows in synonyms.items()}
    return lambda terms, language: _replacements(terms, language, made.get(language, {}))


def directed(
    words: Sequence[str], meanings: Sequence[str], *, is_one_way: bool
) -> Iterator[Meanings]:
    """Yield each phrase that is typed, with those that it stands for."""
    if is_one_way:
        yield from ((phrase, tuple(meanings)) for phrase in words)
        return
    everything = (*words, *meanings)
    for phrase in everything:
        yield phrase, tuple(other for other in everything if other != phrase)


def _replacements(terms: Sequence[Term], language: str, patterns: Patterns) -> list[Expansion]:
    places = telling(terms, language)
    found = (
        Expansion(places[n], places[n + len(pattern) - 1] + 1, phrase)
        for n in range(len(places))
        for pattern, phrases in _beginning_with(terms[places[n]], patterns)
        if _meets(pattern, [terms[place] for place in places[n : n + len(pattern)]])
        for phrase in phrases
    )
    return list(dict.fromkeys(found))


def _read(language: str) -> Patterns:
    rows = Synonym.objects.active(language).order_by("pk")
    return _patterns(
        (
            meanings
            for row in rows
            for meanings in directed(
                row.word_phrases,
                row.meaning_phrases,
                is_one_way=row.direction == Synonym.Direction.ONE_WAY,
            )
        ),
        language,
    )


def _patterns(rows: Iterable[Meanings], language: str) -> Patterns:
    """Return, by each form of its first word, every phrase with those that may replace it."""
    by_first: dict[str, list[tuple[Pattern, Others]]] = defaultdict(list)
    for phrase, others in rows:
        pattern = _pattern(phrase, language)
        for form in pattern[0] if pattern else ():
            by_first[form].append((pattern, others))
    return dict(by_first)


def _pattern(phrase: str, language: str) -> Pattern:
    terms = analyse(phrase, language)
    return tuple(frozenset(terms[place].forms) for place in telling(terms, language))


def _beginning_with(term: Term, patterns: Patterns) -> Iterator[tuple[Pattern, Others]]:
    for form in term.forms:
        yield from patterns.get(form, ())


def _meets(pattern: Pattern, terms: Sequence[Term]) -> bool:
    return len(pattern) == len(terms) and not any(
        forms.isdisjoint(term.forms) for forms, term in zip(pattern, terms, strict=True)
    )


_kept = Kept(_read)
