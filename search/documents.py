"""What is known about one page in one language, for those who search?

A `Document` is all that the engines, the snippets and the result pages need; they never ask the
database. Its `id` is the page's translation key, the same in every language, so a document is
named by id and language. An engine filters and counts by `facet_values`, and sorts by
`title_order`. `names_elsewhere` are the titles and keywords that the page has in other languages:
it is found by them, and they are not shown.

`topics` and `authority_id` are the translation keys of pages; `areas` are keys of places as in
`search.areas`: where the page holds, and nothing of what lies in or around it. `updated_on` is the
day on which its words or facts last changed or were confirmed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Self

import orjson

from services.language.collation import sort_key
from services.language.tokens import TOKEN, is_code

KINDS = ("information", "procedure", "assistance", "topic", "life_event", "authority")
AUDIENCES = ("citizens", "businesses")
SERVICE_KINDS = frozenset(KINDS[:3])
DATES = ("confirmed_on", "updated_on")
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
    authority_id: str = ""
    areas: tuple[str, ...] = ()
    confirmed_on: date | None = None
    updated_on: date | None = None
    names_elsewhere: tuple[tuple[str, str], ...] = ()

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        """Be set aside in half the time: what dataclasses do themselves looks at each field."""
        return type(self), _VALUES(self)

    def as_record(self) -> dict[str, Any]:
        """Return what an engine keeps beside the terms, as JSON knows it."""
        # No `asdict`: it copies every text of every list once more.
        return {
            name: value.isoformat() if name in DATES else value
            for name, value in zip(_NAMES, _RECORDED(self), strict=True)
            if value
        }

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """Read back what `as_record` wrote; what a newer version wrote beside it is left out."""
        values: dict[str, Any] = {
            name: tuple(record[name]) if isinstance(record[name], list) else record[name]
            for name in _NAMES
            if name in record
        }
        dates = {name: date.fromisoformat(values[name]) for name in DATES if name in values}
        return cls(**values | dates)


def record_json(document: Document) -> bytes:
    """Return the record of a document as JSON, the same for the same document."""
    record = document.as_record()
    try:
        return orjson.dumps(record)
    except TypeError:  # Half of a surrogate pair is in no alphabet, and in no JSON either.
        return _ENCODER.encode(record).encode("utf-8", "replace")


def version_of(document: Document, record: bytes | None = None) -> str:
    """Return what differs as soon as anything is different that an engine keeps of a document.

    Who has its `record_json` gives it, so that it is not made twice.
    """
    elsewhere = str(document.names_elsewhere).encode("utf-8", "replace")
    return blake2b((record or record_json(document)) + elsewhere, digest_size=16).hexdigest()


def names(title: str, keywords: str, summary: str) -> str:
    """Return what a page is called, for those who search in another language.

    The codes of its summary are among it: they are the same in all languages.
    """
    codes = " ".join(filter(is_code, TOKEN.findall(summary) if is_code(summary) else ()))
    return f"{title}\n{keywords}\n{codes}"


_NAMES = tuple(field.name for field in fields(Document) if field.name != "names_elsewhere")
_RECORDED = attrgetter(*_NAMES)
_TEXTS = attrgetter(*TEXT_FIELDS)
_VALUES = attrgetter(*(field.name for field in fields(Document)))
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def texts_of(document: Document) -> dict[str, str]:
    """Return the texts of a document that are not empty, by the name of their field."""
    return {
        name: text
        for name, value in zip(TEXT_FIELDS, _TEXTS(document), strict=True)
        if (text := value if isinstance(value, str) else " \n".join(value))
    }


def facet_values(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the values by which a document is filtered and counted."""
    return {
        "kind": (document.kind,),
        "audience": document.audience,
        "topic": document.topics,
        "authority": (document.authority_id,) if document.authority_id else (),
        "area": document.areas,
    }


def facet_field(facet: str) -> str:
    """Return the field of a facet's values: that of "authority" is not the text of that name."""
    return f"facet_{facet}"


def title_order(document: Document) -> str:
    """Return what to sort by so that titles stand in the order of their language's alphabet.

    It is made of hexadecimal digits, which all engines sort alike; the id parts equal titles.
    """
    return sort_key(document.title, document.language).hex() + document.id
