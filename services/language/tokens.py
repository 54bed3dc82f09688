"""Where does a text have words?

A token is a run of letters and digits with its place in the text as it was written. Inside a
token stand combining accents, soft hyphens and an apostrophe ("foto's", "driver's"). A single
letter and what a hyphen ties to it are one token, so that "e-mail" and "email", "E-112" and
"E112" meet; other hyphens part words ("EU-burger" is two). Short codes ("A1", "S1", "EHIC") are
tokens as they are; `is_code` knows those with a digit in them, which are never stemmed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Combining accents, the soft hyphen and the invisible joiners do not end a word.
_INSIDE = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]*"
TOKEN = re.compile(rf"(?<!['\u2019\w])[^\W\d_]-\w{_INSIDE}|\w{_INSIDE}(?:['\u2019]\w{_INSIDE})*")
_DIGIT = re.compile(r"\d")


class Token(NamedTuple):
    """A word as it stands in a text, from `start` up to `end`."""

    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in their order."""
    return (Token(match[0], *match.span()) for match in TOKEN.finditer(text))


def is_code(word: str) -> bool:
    """Say whether a word is a code or number, which has no other form than its own."""
    return _DIGIT.search(word) is not None
