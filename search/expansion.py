"""By which terms is a word of a question looked for, and what is each worth?

By its own forms; by the parts of which it is composed; by words that the site has and that
resemble it, where it has none of its forms; by the synonyms of editors; by the same letters in the
names that pages have in other languages; and, where all that gives nothing, by groups of letters.

All of it depends on the frozen vocabulary alone, so each engine is asked for the same terms, with
the same weights, and needs to know nothing of languages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from search.indexing import grams
from search.phrases import telling
from search.ranking import (
    FOREIGN_WEIGHT,
    FORM_WEIGHTS,
    PART_WEIGHT,
    SHORTEST_WORD_FOR_GRAMS,
    SIMILAR_WEIGHT,
    SYNONYM_WEIGHT,
)
from services.language.analysis import analyse, forms_of
from services.language.normal_form import normal_form
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.vocabulary import Vocabulary
    from services.language.analysis import Term

LEAST_RARITY = 0.01

# How a word came to the terms of a sense: `Sense.way`.
AS_TYPED, SIMILAR, PART, SYNONYM = "as_typed", "similar", "part", "synonym"


class Alternative(NamedTuple):
    """A term, how it scales what the engine's BM25 gives it, and what it is worth in a field."""

    term: str
    relevance: float
    worth: float


@dataclass(frozen=True, slots=True)
class Sense:
    """Terms of which the best counts; `phrase` is the part or the synonym that they belong to."""

    alternatives: tuple[Alternative, ...]
    way: str = AS_TYPED
    phrase: str = ""
    joint: str = ""  # What a page must have all senses of: a synonym, or a compound that is known.


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question, in all that it can mean; what its senses are worth adds up."""

    text: str
    start: int
    end: int
    written: str
    senses: tuple[Sense, ...] = ()
    foreign: tuple[Alternative, ...] = ()
    grams: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    is_known: bool = True  # The site has it, as it was typed or inflected, or a synonym of it.
    is_met: bool = True  # The site has something that it is looked for by.
    is_common: bool = False  # Most pages have it, and the question has words that say more.

    @property
    def worth(self) -> float:
        """What a page gets that has it, at most."""
        alternatives = (each for sense in self.senses for each in sense.alternatives)
        return max((each.worth for each in (*alternatives, *self.foreign)), default=0.0)

    @property
    def groups(self) -> list[tuple[Sense, ...]]:
        """The senses, together where only all of them count."""
        numbered = enumerate(self.senses)
        grouped = groupby(numbered, lambda pair: pair[1].joint or pair[0])
        return [tuple(sense for _, sense in group) for _, group in grouped]

    @property
    def terms(self) -> Iterator[str]:
        return _terms(self.senses)


def expand(
    term: Term,
    vocabulary: Vocabulary,
    synonyms: Mapping[str, float] | None = None,
    *,
    literally: bool = False,
    is_abbreviation: bool = False,
) -> Word:
    """Return all that a word of a question is looked for by; literally, by nothing similar.

    Synonyms come with the share that the word has in what they replace. An abbreviation has no
    other form and resembles nothing.
    """
    forms = term.forms[:1] if is_abbreviation else term.forms
    written = term.forms[0]
    meant = tuple(_synonym_senses(synonyms or {}, vocabulary))
    is_known = bool(meant) or any(vocabulary.count(form) for form in forms[:2])
    similar = () if is_known or is_abbreviation else vocabulary.similar(written)
    is_alike = bool(similar) and not literally
    senses = [
        _alike(term, similar, vocabulary) if is_alike else _sense(forms, vocabulary),
        *_part_senses(term.text, vocabulary, joint=term.text if is_known else ""),
        *meant,
    ]
    foreign = _foreign(term, vocabulary)
    is_met = bool(foreign) or any(map(vocabulary.count, _terms(senses)))
    return Word(
        text=term.text,
        start=term.start,
        end=term.end,
        written=written,
        senses=tuple(senses),
        foreign=foreign,
        grams=() if is_met or literally or is_abbreviation else _grams(written),
        similar=similar,
        is_known=is_known,
        is_met=is_met,
    )


def _sense(forms: Sequence[str], vocabulary: Vocabulary, weight: float = 1.0) -> Sense:
    """All forms that the site has are worth as much as the most frequent.

    A new page with another one has these, too. Where the site has none, a new page may have any.
    """
    weighted = list(zip(forms, FORM_WEIGHTS, strict=False))
    known = [pair for pair in weighted if vocabulary.count(pair[0])]
    worth = min(vocabulary.rarity(form) for form, _ in known or weighted[:1])
    return _weighted(known or weighted, worth, weight, vocabulary)


def _alike(term: Term, similar: Iterable[str], vocabulary: Vocabulary) -> Sense:
    """What was typed, and the words that resemble it, together worth as much as their mean."""
    forms = [
        (form, weight * SIMILAR_WEIGHT)
        for word in similar
        for form, weight in zip(vocabulary.forms(word), FORM_WEIGHTS, strict=False)
    ]
    rarities = [vocabulary.rarity(form) for form, _ in forms]
    worth = sum(rarities) / len(rarities)
    sense = _weighted([(term.forms[0], 1.0), *forms], worth, 1.0, vocabulary)
    return replace(sense, way=SIMILAR)


def _weighted(
    forms: Iterable[tuple[str, float]], worth: float, scale: float, vocabulary: Vocabulary
) -> Sense:
    best: dict[str, float] = {}
    for form, weight in forms:
        best[form] = max(weight, best.get(form, 0.0))
    return Sense(
        tuple(
            Alternative(
                form,
                relevance=scale * weight * worth / max(vocabulary.rarity(form), LEAST_RARITY),
                worth=scale * weight * worth,
            )
            for form, weight in best.items()
        )
    )


def _part_senses(text: str, vocabulary: Vocabulary, joint: str) -> Iterator[Sense]:
    for part in vocabulary.parts(text):
        forms = forms_of(part, vocabulary.language)
        if any(map(vocabulary.count, forms)):
            sense = _sense(forms, vocabulary, PART_WEIGHT)
            yield replace(sense, way=PART, phrase=part, joint=joint)


def _synonym_senses(synonyms: Mapping[str, float], vocabulary: Vocabulary) -> Iterator[Sense]:
    """Each telling word of a synonym is a sense; together they are worth one word.

    A synonym of which the site lacks a word finds nothing.
    """
    for phrase, share in synonyms.items():
        terms = analyse(phrase, vocabulary.language)
        words = [terms[place].forms for place in telling(terms, vocabulary.language)]
        if all(any(map(vocabulary.count, forms)) for forms in words):
            for forms in words:
                sense = _sense(forms, vocabulary, SYNONYM_WEIGHT * share / len(words))
                yield replace(sense, way=SYNONYM, phrase=phrase, joint=phrase)


def _foreign(term: Term, vocabulary: Vocabulary) -> tuple[Alternative, ...]:
    forms = dict.fromkeys((*term.forms, normal_form(term.text)))
    found = ((form, vocabulary.count_elsewhere(form)) for form in forms)
    return tuple(
        Alternative(form, 0.0, FOREIGN_WEIGHT * vocabulary.rarity_of(count))
        for form, count in found
        if count
    )


def _terms(senses: Iterable[Sense]) -> Iterator[str]:
    return (each.term for sense in senses for each in sense.alternatives)


def _grams(written: str) -> tuple[str, ...]:
    """The letters of a word, unless it is a code or too short to resemble another."""
    if is_code(written) or len(written) < SHORTEST_WORD_FOR_GRAMS:
        return ()
    return tuple(dict.fromkeys(grams(written)))
