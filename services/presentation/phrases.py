"""How are a label and its value written as one text, each in its own language?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from services.models.reading import Words

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact in the reader's language after a label that may be in another ("Adults: €20.00")."""

    label: Words
    value: Joined | str

    lang = ""
    dir = ""

    def __str__(self) -> SafeString:
        return render_to_string(
            "services/phrases/labelled.html", {"label": self.label, "value": self.value}
        )


@dataclass(frozen=True, slots=True)
class Joined:
    """Several texts, each in its own language, one after the other."""

    texts: tuple[Words | str, ...]

    lang = ""
    dir = ""

    def __bool__(self) -> bool:
        return any(self.texts)

    def __str__(self) -> SafeString:
        return render_to_string(
            "services/phrases/joined.html", {"texts": [text for text in self.texts if text]}
        )


def lines_of(words: Words) -> list[Words]:
    """The lines of a text, each in the text's language."""
    return [
        Words(line.strip(), words.lang, words.dir)
        for line in words.text.splitlines()
        if line.strip()
    ]


def capitalised(text: str) -> str:
    """The text with a capital at its start, its other letters as they are."""
    return text[:1].upper() + text[1:]
