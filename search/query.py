"""What does a reader ask, and which filters have they chosen?

Whatever stands in the address is made harmless here: control characters go, space is collapsed,
200 characters and 16 words are read, pages run from 1 to 100, and filters that do not exist are
left out. So everything that follows may trust its input, and no input is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from search.documents import AUDIENCES, KINDS, grams
from search.ranking import FORM_WEIGHTS, SHORTEST_WORD_FOR_GRAMS, required_words
from services.language.analysis import analyse, is_stop_word
from services.language.normal_form import printable
from services.language.tokens import is_code

if TYPE_CHECKING:
    from django.http import QueryDict

LONGEST_QUERY = 200
MOST_WORDS = 16
LAST_PAGE = 100
FACETS = {"kind": KINDS, "audience": AUDIENCES}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: its forms with their weights, and its groups of letters."""

    forms: tuple[tuple[str, float], ...]
    grams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as the engines understand it: weighted terms, and how many must be met."""

    language: str
    text: str
    words: tuple[Word, ...] = ()
    required: int = 0

    @property
    def forms(self) -> frozenset[str]:
        """All forms of all words: what is marked in a snippet."""
        return frozenset(form for word in self.words for form, _ in word.forms)


@dataclass(frozen=True, slots=True)
class Selection:
    """The values chosen in each facet; no value chosen means all."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chosen)

    def of(self, facet: str) -> tuple[str, ...]:
        return next((values for name, values in self.chosen if name == facet), ())

    def without(self, facet: str) -> Self:
        """Return the selection in all other facets."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != facet))

    def without_value(self, facet: str, value: str) -> Self:
        """Return the selection without one of its values."""
        kept = tuple(each for each in self.of(facet) if each != value)
        chosen = ((name, kept if name == facet else values) for name, values in self.chosen)
        return replace(self, chosen=tuple(pair for pair in chosen if pair[1]))


def clean_text(text: str) -> str:
    """Return what is read of a typed text."""
    return " ".join(printable(text[: 10 * LONGEST_QUERY]).split())[:LONGEST_QUERY].strip()


def ask(text: str, language: str) -> Question:
    """Turn a typed text into a question; one without words finds nothing."""
    cleaned = clean_text(text)
    terms = {term.forms: term for term in analyse(cleaned, language)}
    telling = [forms for forms in terms if not is_stop_word(forms[0], language)]
    words = tuple(_word(forms) for forms in (telling or list(terms))[:MOST_WORDS])
    return Question(language, cleaned, words, required_words(len(words)))


def select(parameters: QueryDict) -> Selection:
    """Read the chosen filters of an address, in the order of the facets."""
    picked = (
        (facet, tuple(value for value in values if value in parameters.getlist(facet)))
        for facet, values in FACETS.items()
    )
    return Selection(tuple((facet, values) for facet, values in picked if values))


def page_number(text: str) -> int:
    """Read the number of a page of results; what is none is the first."""
    digits = text.strip().lstrip("0")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(LAST_PAGE, int(digits[:4]))


def _word(forms: tuple[str, ...]) -> Word:
    written = forms[0]
    resembling = () if _is_exact(written) else tuple(dict.fromkeys(grams(written)))
    return Word(tuple(zip(forms, FORM_WEIGHTS, strict=False)), resembling)


def _is_exact(written: str) -> bool:
    """Say whether a word is taken at its word: a code, or too short to resemble another."""
    return is_code(written) or len(written) < SHORTEST_WORD_FOR_GRAMS
