"""The JSON Schema of each kind of line, derived from the models that the lines carry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin

from services.interchange.codec import (
    address_fields,
    has_words,
    is_relation,
    only_relates,
    plain_fields,
    reference_field,
    related_model,
)
from services.interchange.line_types import LineType, line_types
from services.interchange.lines import FORMAT, VERSION

if TYPE_CHECKING:
    from services.models.publication import PublishedContent

END = r"$(?!\n)"  # Python's “$” also stands before a line break at the end; ECMAScript's does not.
UUID = {
    "type": "string",
    "format": "uuid",
    "pattern": f"^[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}{END}",
    "maxLength": 36,
}
CODE = {"type": "string", "minLength": 1, "maxLength": 32}
DATE = {
    "type": ["string", "null"],
    "format": "date",
    "pattern": f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{END}",
}
MAX_TEXT = 100_000


def schema() -> dict[str, Any]:
    """The schema of a whole line: the header, or one of the known kinds."""
    kinds = [
        content_schema(line_type, kind)
        for line_type in line_types()
        if isinstance(line_type, LineType)
        for kind in line_type.kinds
    ]
    records = [
        line_type.schema for line_type in line_types() if not isinstance(line_type, LineType)
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT} {VERSION}: one line of an interchange file",
        "oneOf": [header_schema(), *kinds, *records],
    }


def header_schema() -> dict[str, Any]:
    return _object({"format": {"const": FORMAT}, "version": {"const": VERSION}}, all_required=True)


@cache
def content_schema(line_type: LineType, kind: str) -> dict[str, Any]:
    """The schema of the lines of one kind."""
    model = line_type.kinds[kind]
    properties: dict[str, Any] = {
        "type": {"const": line_type.name},
        "id": UUID,
        "source": {"enum": _languages()},
        "words": _words(model, page=line_type.is_page),
        "words_changed_on": DATE,
        "facts_changed_on": DATE,
        "own_addresses": _own_addresses(model),
    }
    required = ["type", "id", "source", "words"]
    if kind:
        properties["kind"] = {"const": kind}
        required.append("kind")
    if line_type.parent not in {"", "root", "home_page"}:
        properties[line_type.parent] = UUID
        required.append(line_type.parent)
    for name in model.fact_fields:
        properties[name] = _fact(model, name)
    return _object(properties, required=required)


def _own_addresses(model: type[Any]) -> dict[str, Any]:
    """The addresses that translators set, by the content path of a field that is an address."""
    models_of_rows = [related_model(model, name) for name in model.word_rows]
    names = {name for own in (model, *models_of_rows) for name in address_fields(own)}
    path = f"^([a-z_]+\\.[0-9a-f-]{{36}}\\.)?({'|'.join(sorted(names)) or '-'}){END}"
    address = {"type": "string", "pattern": f"^https?://[^\\s<>\"']+{END}", "maxLength": 2000}
    one = {
        "type": "object",
        "patternProperties": {path: address},
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": dict.fromkeys(_languages(), one),
        "additionalProperties": False,
    }


def _words(model: type[PublishedContent], *, page: bool = False) -> dict[str, Any]:
    texts = {name: _text(model._meta.get_field(name)) for name in model.word_fields}
    required = []
    if page:
        texts["slug"] = {"type": "string", "pattern": f"^[-a-z0-9_]+{END}", "maxLength": 255}
        required = ["slug", "title"]
    one = _object(texts, required=required)
    return {
        "type": "object",
        "properties": dict.fromkeys(_languages(), one),
        "additionalProperties": False,
        "minProperties": 1,
    }


def _fact(model: type[models.Model], name: str) -> dict[str, Any]:
    if not is_relation(model, name):
        return _value(model._meta.get_field(name))
    row_model = related_model(model, name)
    if only_relates(row_model):
        related = related_model(row_model, reference_field(row_model))
        return {"type": "array", "items": _reference(related), "uniqueItems": True}
    if not has_words(row_model):
        plain = {
            field: _value(row_model._meta.get_field(field)) for field in plain_fields(row_model)
        }
        return {"type": "array", "items": _object(plain, all_required=True)}
    facts = {field: _value(row_model._meta.get_field(field)) for field in row_model.fact_fields}
    properties = {"id": UUID, "words": _words(row_model), **facts}
    return {"type": "array", "items": _object(properties, required=["id", "words"])}


def _value(field: Any) -> dict[str, Any]:  # noqa: PLR0911  # A table of types.
    if field.is_relation:
        reference = _reference(field.related_model)
        return {"anyOf": [reference, {"type": "null"}]} if field.null else reference
    if isinstance(field, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, models.JSONField):
        return {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    if isinstance(field, models.DateField):
        return DATE
    if isinstance(field, models.DecimalField):
        return {"type": "string", "pattern": rf"^[0-9]+\.[0-9]{{2}}{END}"}
    if isinstance(field, models.IntegerField):
        return {"type": ["integer", "null"], "minimum": 0, "maximum": 100_000}
    if field.choices:
        blank = [""] if field.blank else []
        return {"enum": [*blank, *(value for value, _ in field.flatchoices)]}
    return _text(field)


def _reference(model: type[Any]) -> dict[str, Any]:
    """How a line names an object: by its translation key, or by its code."""
    return UUID if issubclass(model, TranslatableMixin) else CODE


def _text(field: Any) -> dict[str, Any]:
    limit = field.max_length or MAX_TEXT
    text: dict[str, Any] = {"type": "string", "maxLength": limit}
    if isinstance(field, RichTextField):
        text["contentMediaType"] = "text/html"
    return text


def _languages() -> list[str]:
    return [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


def _object(
    properties: dict[str, Any], *, required: list[str] | None = None, all_required: bool = False
) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties) if all_required else sorted(required or []),
        "additionalProperties": False,
    }
