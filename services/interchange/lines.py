"""Writes an object with all its languages as one line, in canonical form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from services.interchange.codec import (
    fact_to_line,
    has_words,
    identifier_of,
    is_relation,
    only_relates,
    plain_fields,
    reference_field,
    related_model,
)
from services.interchange.texts import text_to_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db import models

    from services.interchange.line_types import LineType
    from services.models.publication import PublishedContent

FORMAT = "portolan"
VERSION = 1


def header() -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION}


def canonical(line: Mapping[str, Any]) -> str:
    """One line of JSON: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def line_of(line_type: LineType, source: Any, versions: Mapping[str, Any]) -> dict:
    """The line of a source with its live versions by language code, the source's among them."""
    model = type(source)
    line: dict[str, Any] = {
        "type": line_type.name,
        "id": identifier_of(source),
        "source": source.locale.language_code,
        "words": {
            code: words_of(version, model.word_fields, page=line_type.is_page)
            for code, version in versions.items()
        },
    }
    if kind := line_type.kind_of(model):
        line["kind"] = kind
    if line_type.parent not in {"", "root", "home_page"}:
        line[line_type.parent] = identifier_of(source.get_parent().specific)
    line |= _dates(source, versions)
    for name in model.fact_fields:
        line[name] = _fact(model, name, source, versions)
    return line


def words_of(obj: Any, names: Iterable[str], *, page: bool = False) -> dict[str, str]:
    """The words that are not empty; of a page with its slug."""
    found = {name: text_to_line(getattr(obj, name)) for name in names if getattr(obj, name)}
    return {**found, "slug": obj.slug} if page else found


def _dates(source: PublishedContent, versions: Mapping[str, Any]) -> dict[str, Any]:
    dates = {
        "words_changed_on": source.words_changed_on,
        "facts_changed_on": source.facts_changed_on,
    }
    found = {name: day.isoformat() for name, day in dates.items() if day}
    addresses = {
        code: version.own_addresses for code, version in versions.items() if version.own_addresses
    }
    return {**found, "own_addresses": addresses} if addresses else found


def _fact(model: type[models.Model], name: str, source: Any, versions: Mapping[str, Any]) -> Any:
    if not is_relation(model, name):
        return fact_to_line(model, name, source)
    row_model = related_model(model, name)
    rows = getattr(source, name).all()
    if has_words(row_model):
        return [_row(row, name, versions) for row in rows]
    if only_relates(row_model):
        named = (fact_to_line(row_model, reference_field(row_model), row) for row in rows)
        return list(dict.fromkeys(one for one in named if one is not None))
    return [{field: getattr(row, field) for field in plain_fields(row_model)} for row in rows]


def _row(row: Any, relation: str, versions: Mapping[str, Any]) -> dict[str, Any]:
    words = {}
    for code, version in versions.items():
        own = {r.translation_key: r for r in getattr(version, relation).all()}
        if row.translation_key in own:
            words[code] = words_of(own[row.translation_key], row.word_fields)
    facts = {name: fact_to_line(type(row), name, row) for name in row.fact_fields}
    return {"id": identifier_of(row), "words": words, **facts}
