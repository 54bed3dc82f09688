"""Writes an object with all its languages as one line, in canonical form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from services.interchange.codec import (
    address_paths,
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
    from collections.abc import Mapping

    from services.interchange.line_types import LineType
    from services.interchange.travelling import Exported

FORMAT = "portolan"
VERSION = 1


def header() -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION}


def canonical(line: Mapping[str, Any]) -> str:
    """One line of JSON: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(line, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class Describer:
    """Says what a source is, with its live versions by language code, its own among them."""

    def __init__(
        self,
        line_type: LineType,
        source: Any,
        versions: Mapping[str, Any],
        exported: Exported,
    ) -> None:
        self.line_type, self.source = line_type, source
        self.versions, self.exported = versions, exported
        self.model = type(source)

    def line(self) -> dict[str, Any]:
        line: dict[str, Any] = {
            "type": self.line_type.name,
            "id": identifier_of(self.source),
            "source": self.source.locale.language_code,
            "words": {code: self._words(version) for code, version in self.versions.items()},
        }
        if kind := self.line_type.kind_of(self.model):
            line["kind"] = kind
        if self.line_type.parent not in {"", "root", "home_page"}:
            line[self.line_type.parent] = identifier_of(self.exported.above(self.source))
        line |= self._dates()
        for name in self.model.fact_fields:
            line[name] = self._fact(name)
        return line

    def _words(self, version: Any) -> dict[str, str]:
        words = self._texts(version)
        return {**words, "slug": version.slug} if self.line_type.is_page else words

    def _texts(self, obj: Any) -> dict[str, str]:
        """The words that are not empty."""
        texts = {name: getattr(obj, name) for name in obj.word_fields}
        return {name: text_to_line(text, self.exported) for name, text in texts.items() if text}

    def _dates(self) -> dict[str, Any]:
        dates = {
            "words_changed_on": self.source.words_changed_on,
            "facts_changed_on": self.source.facts_changed_on,
        }
        found = {name: day.isoformat() for name, day in dates.items() if day}
        addresses = {code: own for code in self.versions if (own := self._own_addresses(code))}
        return {**found, "own_addresses": addresses} if addresses else found

    def _own_addresses(self, code: str) -> dict[str, str]:
        """The addresses of one language, but those of rows that the source has no more."""
        rows = {
            name: [identifier_of(row) for row in getattr(self.source, name).all()]
            for name in self.model.word_rows
        }
        paths, own = address_paths(self.model, rows), self.versions[code].own_addresses
        return {path: address for path, address in own.items() if path in paths}

    def _fact(self, name: str) -> Any:
        if not is_relation(self.model, name):
            return fact_to_line(self.model, name, self.source, self.exported)
        row_model = related_model(self.model, name)
        rows = getattr(self.source, name).all()
        if has_words(row_model):
            return [self._row(row, name) for row in rows]
        if only_relates(row_model):
            field = reference_field(row_model)
            named = (fact_to_line(row_model, field, row, self.exported) for row in rows)
            return list(dict.fromkeys(one for one in named if one is not None))
        return [{field: getattr(row, field) for field in plain_fields(row_model)} for row in rows]

    def _row(self, row: Any, relation: str) -> dict[str, Any]:
        words = {}
        for code, version in self.versions.items():
            own = {r.translation_key: r for r in getattr(version, relation).all()}
            if row.translation_key in own:
                words[code] = self._texts(own[row.translation_key])
        facts = {
            name: fact_to_line(type(row), name, row, self.exported) for name in row.fact_fields
        }
        return {"id": identifier_of(row), "words": words, **facts}
