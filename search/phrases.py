"""Which phrases do search editors mean by a text, and which words of a phrase count?

Editors write a list of phrases, each on its own line or behind a comma. What is compared is the
words that say something: as in a question, stop words are left out unless there is nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from services.language.analysis import is_stop_word
from services.language.normal_form import normal_form, printable
from services.language.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.language.analysis import Term

LONGEST_PHRASE = 200
MOST_PHRASES = 50

_BETWEEN = re.compile(r"[\n,;]")


def phrases_in(text: str) -> tuple[str, ...]:
    """Return the phrases of a list as they were typed, each once, without needless space."""
    found: dict[str, str] = {}
    for part in _BETWEEN.split(text):
        if phrase := " ".join(printable(part).split()):
            found.setdefault(normal_phrase(phrase) or phrase, phrase)
    return tuple(found.values())


def normal_phrase(text: str) -> str:
    """Return a phrase with its words in normal form, parted by single spaces."""
    return " ".join(filter(None, (normal_form(token.text) for token in tokens(text))))


def telling(terms: Sequence[Term], language: str) -> list[int]:
    """Return the places of the terms that say something about the subject."""
    places = [n for n, term in enumerate(terms) if not is_stop_word(term.forms[0], language)]
    return places or list(range(len(terms)))
