"""What is known about one page in one language, for those who search?

A `Document` is all that the engines, the snippets and the result pages need; they never ask the
database. Its `id` is the page's translation key, the same in every language, so a document is
named by id and language. `index_fields` turns its texts into the terms that an engine stores:
an engine analyses nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any, Self

from services.language.analysis import forms_of, index_text
from services.language.tokens import TOKEN

KINDS = ("information", "procedure", "assistance", "topic", "life_event", "authority")
AUDIENCES = ("citizens", "businesses")
SERVICE_KINDS = frozenset(KINDS[:3])
TEXT_FIELDS = ("title", "keywords", "summary", "headings", "body", "authority")


@dataclass(frozen=True, slots=True)
class Document:
    """One page in one language, as it is found and shown."""

    id: str
    language: str
    kind: str
    title: str
    url: str
    keywords: tuple[str, ...] = ()
    summary: str = ""
    headings: tuple[str, ...] = ()
    body: str = ""
    authority: str = ""
    topic: str = ""
    audience: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    confirmed_on: date | None = None

    def as_record(self) -> dict[str, Any]:
        """Return what an engine keeps beside the terms, as JSON knows it."""
        # No `asdict`: it copies every text of every list once more.
        values = ((name, getattr(self, name)) for name in _NAMES)
        record = {name: value for name, value in values if value}
        if self.confirmed_on:
            record["confirmed_on"] = self.confirmed_on.isoformat()
        return record

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """Read back what `as_record` wrote; what a newer version wrote beside it is left out."""
        values: dict[str, Any] = {
            name: tuple(record[name]) if isinstance(record[name], list) else record[name]
            for name in _NAMES
            if name in record
        }
        if "confirmed_on" in values:
            values["confirmed_on"] = date.fromisoformat(values["confirmed_on"])
        return cls(**values)


_NAMES = tuple(field.name for field in fields(Document))


def index_fields(document: Document) -> dict[str, str]:
    """Return the terms of each text field, and the letter groups of title and keywords."""
    texts = {name: _text(getattr(document, name)) for name in TEXT_FIELDS}
    terms = {name: index_text(text, document.language) for name, text in texts.items() if text}
    named = f"{texts['title']} {texts['keywords']}"
    return terms | {"grams": " ".join(_grams_of_text(named, document.language))}


def grams(form: str) -> list[str]:
    """Return the groups of three letters of a word, with its beginning and end marked."""
    marked = f"^{form}$"
    return list(map("".join, zip(marked, marked[1:], marked[2:], strict=False)))


def _grams_of_text(text: str, language: str) -> list[str]:
    words = (forms_of(word, language) for word in TOKEN.findall(text))
    return [_joined_grams(forms[0]) for forms in words if forms]


@lru_cache(maxsize=8_192)
def _joined_grams(form: str) -> str:
    return " ".join(grams(form))


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " \n".join(value)
