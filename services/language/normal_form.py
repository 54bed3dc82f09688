"""In which form are two spellings of one word the same?

`normal_form` folds what readers leave out or type differently: case, diacritics, ligatures,
width, soft hyphens. `LETTERS` are what Unicode does not take apart by itself. A language adds
spellings of its own (German "ue" for "ü") through its recipe; both spellings then meet in the
shorter form, so that "Führerschein", "Fuehrerschein" and "FUHRERSCHEIN" are one.

`printable` takes out of a text what no word contains: NUL and the other control characters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# No word is longer; what is, is cut, since an engine refuses terms of many kilobytes.
LONGEST_WORD = 100

LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ŀ": "l",
    }
)
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def normal_form(word: str, spellings: Iterable[tuple[re.Pattern[str], str]] = ()) -> str:
    """Fold one word; the answer is empty where nothing of it is a letter or a digit."""
    folded = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
    for pattern, replacement in spellings:
        folded = pattern.sub(replacement, folded)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded.translate(LETTERS))
    return _alphanumeric(folded)[:LONGEST_WORD]


def dictionary_form(word: str) -> str:
    """Write one word as dictionaries do: in lower case, with its diacritics, without ornaments."""
    text = word if word.isascii() else unicodedata.normalize("NFKC", word)
    text = text.lower().replace("\u2019", "'")
    if text.isalnum():
        return text
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def _alphanumeric(text: str) -> str:
    return text if text.isalnum() else _NOT_ALPHANUMERIC.sub("", text)


def printable(text: str) -> str:
    """Replace control characters and halves of surrogate pairs by spaces."""
    return _CONTROL.sub(" ", text)
