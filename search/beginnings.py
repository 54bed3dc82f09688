"""By which beginnings of its words is a title found by those who are still typing?

Of each word, its first letters, up to 15, in its written form: with "ri", "rij" … begins
"Rijbewijs". In languages that are typed in Latin letters, too, each beginning is romanised by
itself as well, since two letters may give one ("οι" is "i", "ο" alone is "o").

    title_terms("Rijbewijs verlengen", "nl")
    → "^rijbewijs_verlengen$ ^r ^ri … ^rijbewijs r ri … rijbewijs rijbewijs$ v ve …"

`^` marks where the title begins, `$` where a word ends; neither stands in a written form.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from services.language.analysis import forms_of
from services.language.recipes import recipe_for
from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGIN, END = "^", "$"
LONGEST_BEGINNING = 15


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A word that was typed, perhaps not to its end: its written form, and all of its forms.

    A misspelt one stands for what begins nearly like it, and for the words that are `similar`.
    """

    written: str
    forms: tuple[str, ...]
    is_misspelt: bool = False
    similar: tuple[str, ...] = ()

    @property
    def beginning(self) -> str:
        return self.written[:LONGEST_BEGINNING]


@dataclass(frozen=True, slots=True)
class TypedText:
    """The words that were typed, and those of them that a title must have."""

    words: tuple[TypedWord, ...]
    required: tuple[TypedWord, ...]

    @property
    def first_words(self) -> tuple[TypedWord, ...]:
        """The words with which a title may begin as the text does."""
        return tuple(dict.fromkeys((self.words[0], self.required[0])))


def title_terms(title: str, language: str) -> str:
    """Return what an index keeps of a title, parted by spaces."""
    words = [word for word in TOKEN.findall(title) if forms_of(word, language)]
    if not words:
        return ""
    first = (BEGIN + beginning for beginning in _beginnings(words[0], language))
    whole = whole_title([forms_of(word, language)[0] for word in words])
    return " ".join([whole, *first, *(_joined_terms(word, language) for word in words)])


def whole_title(written: Sequence[str]) -> str:
    """Return the term of a title that has these words, and no others."""
    return f"{BEGIN}{'_'.join(written)}{END}"


@lru_cache(maxsize=16_384)
def _joined_terms(word: str, language: str) -> str:
    return " ".join([*_beginnings(word, language), forms_of(word, language)[0] + END])


def _beginnings(word: str, language: str) -> list[str]:
    written = forms_of(word, language)[0]
    found = dict.fromkeys(written[:end] for end in range(1, LONGEST_BEGINNING + 1))
    recipe = recipe_for(language)
    if recipe.romanisation:
        cut = (recipe.written_form(word[:end]) for end in range(1, len(word) + 1))
        found.update(dict.fromkeys(each[:LONGEST_BEGINNING] for each in cut if each))
    return list(found)
