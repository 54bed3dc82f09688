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

    from services.language.analysis import FormsOf

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


def title_terms(title: str, language: str, forms_of: FormsOf = forms_of) -> str:
    """Return what an index keeps of a title, parted by spaces."""
    words = [
        (forms[0], word) for word in TOKEN.findall(title) if (forms := forms_of(word, language))
    ]
    if not words:
        return ""
    whole = whole_title([written for written, _ in words])
    first = _joined_first_terms(*words[0], language)
    return " ".join([whole, first, *(_joined_terms(*each, language) for each in words)])


def whole_title(written: Sequence[str]) -> str:
    """Return the term of a title that has these words, and no others."""
    return f"{BEGIN}{'_'.join(written)}{END}"


@lru_cache(maxsize=16_384)
def _joined_terms(written: str, word: str, language: str) -> str:
    return " ".join([*_beginnings(written, word, language), written + END])


@lru_cache(maxsize=16_384)
def _joined_first_terms(written: str, word: str, language: str) -> str:
    return " ".join([BEGIN + beginning for beginning in _beginnings(written, word, language)])


def _beginnings(written: str, word: str, language: str) -> tuple[str, ...]:
    found = [written[:end] for end in range(1, min(len(written), LONGEST_BEGINNING) + 1)]
    recipe = recipe_for(language)
    if recipe.romanisation:
        cut = (recipe.written_form(word[:end]) for end in range(1, len(word) + 1))
        found += [each[:LONGEST_BEGINNING] for each in cut if each]
    return tuple(dict.fromkeys(found))
