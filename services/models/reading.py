"""How a page is read in one language: the facts of the source with the words of the language.

The rows that readers see are those of the live source page, in its order. A row's words come from
the translation, by translation key; where they are missing the source's words stand under their
own language. Nothing is cached beyond one ``Reading``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from services.language.formats import direction
from services.models.elements import Element, State, is_filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db import models

    from services.models.publication import PublishedContent
    from services.models.rows import Row


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its language; ``lang`` and ``dir`` are empty in the page's own language."""

    text: str
    lang: str = ""
    dir: str = ""

    def __bool__(self) -> bool:
        return is_filled(self.text)

    def __str__(self) -> str:
        return self.text


NO_WORDS = Words("")


def words_in(text: str, language: str, reader: str) -> Words:
    """The text, marked with its language where that is not the reader's."""
    if language == reader:
        return Words(text)
    own, readers = direction(language), direction(reader)
    return Words(text, language, own if own != readers else "")


class Reading:
    """One published object (page or snippet) as it is read in its own language."""

    def __init__(self, obj: PublishedContent, *, language: str = "") -> None:
        self.object: Any = obj
        self.source: Any = obj.source or obj
        self.language = language or obj.locale.language_code

    @cached_property
    def source_language(self) -> str:
        return self.source.locale.language_code

    def words(self, name: str) -> Words:
        """A word field; the source's words where this language has none yet.

        What the source has emptied is empty in every language at once.
        """
        source_text, own = getattr(self.source, name), getattr(self.object, name)
        if not is_filled(source_text):
            return NO_WORDS
        if is_filled(own):
            return words_in(own, self.object.locale.language_code, self.language)
        return words_in(source_text, self.source_language, self.language)

    def fact(self, name: str) -> Any:
        return getattr(self.source, name)

    def address(self, name: str) -> str:
        """An address: the translator's for this language, else the source's."""
        return self.object.own_addresses.get(name) or getattr(self.source, name)

    def rows(self, name: str) -> list[RowReading]:
        """The live source's rows in its order, each with this language's words."""
        return [
            RowReading(self, name, row, self._own_rows(name).get(row.translation_key))
            for row in self._rows[name]
        ]

    def state(self, element: Element) -> State:
        """The state of an element of the law, which is a fact of the source."""
        return element.state(self.source)

    def reason(self, element: Element) -> Words:
        """Why an element does not apply."""
        return self.words(element.reason_field)

    @cached_property
    def _rows(self) -> _RowsOnce:
        return _RowsOnce(self.source, self.object)

    def _own_rows(self, name: str) -> dict[Any, Row]:
        return self._rows.of(self.object, name)


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row: its facts by attribute access on ``fact``, its words by ``words``."""

    reading: Reading
    relation: str
    fact: Row
    own: Row | None

    def words(self, name: str) -> Words:
        reader = self.reading.language
        source_text = getattr(self.fact, name)
        if self.own is None or (source_text and not getattr(self.own, name)):
            return words_in(source_text, self.reading.source_language, reader)
        if not source_text:
            return Words("")
        return words_in(getattr(self.own, name), self.reading.object.locale.language_code, reader)

    def address(self, name: str) -> str:
        path = f"{self.relation}.{self.fact.translation_key}.{name}"
        return self.reading.object.own_addresses.get(path) or getattr(self.fact, name)


class _RowsOnce:
    """The rows of source and translation, both fetched in one query a relation.

    An object that is not saved yet (a preview) gives its rows from memory.
    """

    def __init__(self, source: PublishedContent, obj: PublishedContent) -> None:
        self._source = source
        self._objects = [source] if obj is source else [source, obj]
        self._fetched: dict[str, dict[Any, list[Row]]] = {}

    def __getitem__(self, name: str) -> list[Row]:
        return self._of(name)[id(self._source)]

    def of(self, obj: PublishedContent, name: str) -> dict[Any, Row]:
        return {row.translation_key: row for row in self._of(name)[id(obj)]}

    def _of(self, name: str) -> dict[Any, list[Row]]:
        if name not in self._fetched:
            self._fetched[name] = self._fetch(name)
        return self._fetched[name]

    def _fetch(self, name: str) -> dict[Any, list[Row]]:
        in_memory = [obj for obj in self._objects if _has_rows_in_memory(obj, name)]
        saved = [obj for obj in self._objects if obj not in in_memory]
        rows = {id(obj): list(getattr(obj, name).all()) for obj in in_memory}
        rows |= {id(obj): [] for obj in saved}
        by_pk = {obj.pk: id(obj) for obj in saved}
        for row in _rows_of(saved, name):
            rows[by_pk[row.page_id]].append(row)
        return rows


def _has_rows_in_memory(obj: models.Model, name: str) -> bool:
    return name in getattr(obj, "_cluster_related_objects", {})


def _rows_of(objects: Iterable[models.Model], name: str) -> Iterable[Any]:
    found = list(objects)
    if not found:
        return []
    model: Any = found[0]._meta.get_field(name).related_model
    return model._base_manager.filter(page_id__in=[obj.pk for obj in found]).order_by(
        "sort_order", "pk"
    )
