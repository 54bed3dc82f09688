"""What changed between two publications: nothing, wording, or fact.

Words are what wagtail-localize extracts, in order, so a removed or re-ordered part is a change of
words, and so is a link in the text that leads elsewhere; facts are the
``fact_fields`` of the object and of its rows.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core.serializers.json import DjangoJSONEncoder
from django.dispatch import Signal
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from django.db import models

    from services.models.publication import PublishedContent

AT_HAND = "_segments_at_hand"

Piece: TypeAlias = "tuple[str, str, str, dict[str, Any]]"
"""Kind of segment, content path, text as HTML, and by mark the attributes of its links."""

content_changed = Signal()
"""Sent in the publishing transaction: ``instance`` (live now), ``change`` (Change)."""


class Change(StrEnum):
    NOTHING = "nothing"
    WORDING = "wording"
    FACT = "fact"
    BOTH = "wording and fact"


def words_of(instance: PublishedContent) -> list[Piece]:
    """The words in the order of the page."""
    return [
        piece(type(segment).__name__, segment.path, _text(segment), _attributes(segment))
        for segment in _segments(instance)
        if not isinstance(segment, OverridableSegmentValue)
    ]


def piece(kind: str, path: str, text: str, attributes: Any) -> Piece:
    """One part of the words; its text has marks where the attributes of its links belong."""
    return kind, path, text, attributes or {}


@contextmanager
def segments_at_hand(instance: PublishedContent, segments: Sequence[Any]) -> Iterator[None]:
    """Meanwhile the words of the object are read from these segments, just extracted from it."""
    instance.__dict__[AT_HAND] = segments
    try:
        yield
    finally:
        del instance.__dict__[AT_HAND]


def facts_of(instance: models.Model) -> dict[str, Any]:
    """The values of the fact fields; of a relation, each row's facts in their order."""
    return {name: _fact(instance, name) for name in getattr(instance, "fact_fields", ())}


def digest(value: Any) -> str:
    """SHA-256 of the value's canonical JSON, in hexadecimal."""
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def record_publication(instance: PublishedContent, *, on: date) -> Change:
    """Compare what is live with what was, keep digests and dates, and tell what changed.

    A translation keeps its digests too, but its dates are those of the source that it follows.
    """
    words_digest, facts_digest = digest(words_of(instance)), digest(facts_of(instance))
    wording = words_digest != instance.words_digest
    fact = facts_digest != instance.facts_digest
    if wording or fact:
        _keep(instance, words_digest, facts_digest, wording=wording, fact=fact, on=on)
    change = _change(wording=wording, fact=fact)
    content_changed.send(sender=type(instance), instance=instance, change=change)
    return change


def _keep(  # noqa: PLR0913  # One write of what was just compared.
    instance: PublishedContent,
    words_digest: str,
    facts_digest: str,
    *,
    wording: bool,
    fact: bool,
    on: date,
) -> None:
    instance.words_digest, instance.facts_digest = words_digest, facts_digest
    names = ["words_digest", "facts_digest"]
    if instance.is_source and wording:
        instance.words_changed_on = on
        names.append("words_changed_on")
    if instance.is_source and fact:
        instance.facts_changed_on = on
        names.append("facts_changed_on")
    values = {name: getattr(instance, name) for name in names}
    type(instance)._base_manager.filter(pk=instance.pk).update(**values)


def _change(*, wording: bool, fact: bool) -> Change:
    return {
        (False, False): Change.NOTHING,
        (True, False): Change.WORDING,
        (False, True): Change.FACT,
        (True, True): Change.BOTH,
    }[wording, fact]


def _segments(instance: PublishedContent) -> Sequence[Any]:
    at_hand = instance.__dict__.get(AT_HAND)
    return extract_segments(instance) if at_hand is None else at_hand


def _text(segment: Any) -> str:
    if isinstance(segment, StringSegmentValue):
        return segment.string.data
    if isinstance(segment, TemplateSegmentValue):
        return segment.template
    return str(getattr(segment, "translation_key", ""))


def _attributes(segment: Any) -> Any:
    return segment.attrs if isinstance(segment, StringSegmentValue) else None


def _fact(instance: models.Model, name: str) -> Any:
    if instance._meta.get_field(name).auto_created:
        return [_row(row) for row in getattr(instance, name).all()]
    return _value(instance, name)


def _row(row: models.Model) -> dict[str, Any]:
    fields = getattr(row, "fact_fields", None) or _own_fields(row)
    facts = {name: _value(row, name) for name in fields}
    if hasattr(row, "translation_key"):
        facts["id"] = str(row.translation_key)
    return facts


def _own_fields(row: models.Model) -> Iterable[str]:
    return [
        field.name
        for field in row._meta.concrete_fields
        if field.name not in {"id", "sort_order", "page", "authority"}
    ]


def _value(obj: models.Model, name: str) -> Any:
    """The field's value; of a relation the key, without fetching what it points to."""
    field: Any = obj._meta.get_field(name)
    return getattr(obj, field.attname)
