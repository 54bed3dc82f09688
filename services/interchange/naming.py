"""Which other objects a line names, and in which of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.models import Page

from services.interchange.codec import is_relation, only_relates, reference_field, related_model
from services.interchange.texts import pages_linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.interchange.line_types import LineType


def named_in(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value of a line that can be an identifier, and every link: (place, text)."""
    if isinstance(value, str):
        yield place, value
        yield from ((place, identifier) for identifier in pages_linked(value))
        return
    for name, one in _parts(value):
        yield from named_in(one, f"{place}.{name}" if place else str(name))


def linked_in(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every link to a page in a value of a line: (place, identifier)."""
    if isinstance(value, str):
        yield from ((place, identifier) for identifier in pages_linked(value))
        return
    for name, one in _parts(value):
        yield from linked_in(one, f"{place}.{name}" if place else str(name))


def late_references(
    line_type: LineType, line: dict[str, Any]
) -> Iterator[tuple[str, type[Any], str]]:
    """What a line names that may come later in the file: (place, model, identifier)."""
    model = line_type.model_of(line)
    for name in line_type.late:
        value = line.get(name)
        named = _model_named(model, name)
        for one in value if isinstance(value, list) else [value]:
            identifier = one.get("target") if isinstance(one, dict) else one
            if identifier:
                yield name, named, identifier
    for place, identifier in linked_in(line):
        yield place, Page, identifier


def _model_named(model: type[Any], name: str) -> type[Any]:
    related = related_model(model, name)
    if not is_relation(model, name):
        return related
    field = reference_field(related) if only_relates(related) else "target"
    return related_model(related, field)


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
