"""Builds the objects that a line describes, in memory: the source and its translations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from services.interchange.codec import (
    UnknownReferenceError,
    ValueOfFactError,
    as_key,
    fact_from_line,
    has_words,
    is_relation,
    only_relates,
    reference_field,
    related_model,
)
from services.interchange.faults import LineRefusedError, problems_of
from services.interchange.texts import LINE_LINK, text_from_line

if TYPE_CHECKING:
    from wagtail.models import Locale

    from services.interchange.line_types import LineType
    from services.interchange.references import References

NOT_VALIDATED = {
    *("path", "depth", "url_path", "content_type", "draft_title", "page"),
    *("locale", "source_locale"),
}


class Builder:
    """Sets the words and facts of one line on objects; collects what is missing until later."""

    def __init__(self, line_type: LineType, line: dict[str, Any], references: References) -> None:
        self.line_type, self.line, self.references = line_type, line, references
        self.model = line_type.model_of(line)
        self.postponed: set[str] = set()

    def apply(self, obj: Any, code: str, locale: Locale, source_locale: Locale) -> Any:
        """Make the object say what the line says in one language; raises LineRefusedError."""
        obj.translation_key = as_key(self.line["id"])
        obj.locale, obj.source_locale = locale, source_locale
        words = self.line["words"][code]
        for name in self.model.word_fields:
            setattr(obj, name, self._text(words.get(name, "")))
        if self.line_type.is_page:
            obj.slug = words["slug"]
            obj.draft_title = obj.title
        obj.own_addresses = self.line.get("own_addresses", {}).get(code, {})
        self._apply_facts(obj, code, locale)
        self._validate(obj)
        return obj

    def _apply_facts(self, obj: Any, code: str, locale: Locale) -> None:
        for name in self.model.fact_fields:
            if name not in self.line:
                continue
            try:
                if is_relation(self.model, name):
                    setattr(obj, name, self._rows(obj, name, code, locale))
                else:
                    value = fact_from_line(self.model, name, self.line[name], self.references)
                    setattr(obj, name, value)
            except UnknownReferenceError as error:
                if name not in self.line_type.late:
                    raise LineRefusedError([(name, f"{error.identifier} is unknown")]) from error
                self.postponed.add(name)
            except ValueOfFactError as error:
                raise LineRefusedError([(name, f"“{error.value}” cannot be read")]) from error

    def _rows(self, obj: Any, name: str, code: str, locale: Locale) -> list[Any]:
        row_model = related_model(self.model, name)
        values = self.line[name]
        if has_words(row_model):
            known = self._known_rows(obj, name)
            rows = [self._row(row_model, value, code, locale, known) for value in values]
        elif only_relates(row_model):
            field = reference_field(row_model)
            related = related_model(row_model, field)
            rows = [
                row_model(**{field: self.references.get(related, value, name)}) for value in values
            ]
        else:
            rows = [row_model(**value) for value in values]
        for position, row in enumerate(rows):
            row.sort_order = position
        return rows

    def _row(
        self,
        model: type[Any],
        value: dict[str, Any],
        code: str,
        locale: Locale,
        known: dict[Any, int],
    ) -> Any:
        key = as_key(value["id"])
        words = value["words"].get(code, {})
        row = model(pk=known.get(key), translation_key=key, locale=locale)
        for name in model.word_fields:
            setattr(row, name, self._text(words.get(name, "")))
        for name in model.fact_fields:
            if name in value:
                setattr(row, name, fact_from_line(model, name, value[name], self.references))
        return row

    def _text(self, text: str) -> str:
        """The text to store; links to pages that come later in the file wait for them."""
        try:
            return text_from_line(text, self.references, "words")
        except UnknownReferenceError:
            self.postponed.add("words")
            return LINE_LINK.sub('<a linktype="page" id="0">', text)

    @staticmethod
    def _known_rows(obj: Any, name: str) -> dict[Any, int]:
        if obj.pk is None:
            return {}
        return {row.translation_key: row.pk for row in getattr(obj, name).all()}

    def _validate(self, obj: Any) -> None:
        problems: list[tuple[str, str]] = []
        for place, one in [("", obj), *self._all_rows(obj)]:
            try:
                one.clean_fields(exclude=NOT_VALIDATED & _field_names(one))
                one.clean()
            except ValidationError as error:
                problems += problems_of(error, one, place)
        if problems:
            raise LineRefusedError(problems)

    def _all_rows(self, obj: Any) -> list[tuple[str, Any]]:
        return [
            (f"{name}.{n}.", row)
            for name in self.model.word_rows
            for n, row in enumerate(getattr(obj, name).all())
        ]


def _field_names(obj: Any) -> set[str]:
    return {field.name for field in obj._meta.concrete_fields}
