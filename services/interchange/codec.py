"""How a fact stands in a line and in the database: one rule for each kind of field."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.models import Page, TranslatableMixin

from services.models import PolicyCode, Territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from services.interchange.references import References
    from services.interchange.travelling import Exported

ROW_OWNERS = ("page", "authority")


class UnknownReferenceError(ValueError):
    """A line names an object that is neither in the file nor in the database."""

    def __init__(self, field: str, identifier: str) -> None:
        super().__init__(field, identifier)
        self.field, self.identifier = field, identifier


class ValueOfFactError(ValueError):
    """A value that cannot be read as the field's type."""

    def __init__(self, field: str, value: Any) -> None:
        super().__init__(field, value)
        self.field, self.value = field, value


def is_relation(model: type[models.Model], name: str) -> bool:
    """Whether the name is that of rows below the object, not of a field of its own."""
    return model._meta.get_field(name).auto_created


def related_model(model: type[models.Model], name: str) -> type[Any]:
    """The model to which a foreign key leads, or whose rows stand below."""
    found = model._meta.get_field(name).related_model
    assert isinstance(found, type)  # noqa: S101  # Only names of relations are asked for.
    return found


def fact_to_line(
    model: type[models.Model], name: str, obj: models.Model, exported: Exported
) -> Any:
    """The value of a field as it stands in a line; what is not exported is not named."""
    field = model._meta.get_field(name)
    if field.is_relation:
        related = getattr(obj, name)
        is_named = related is not None and exported.may_name(related)
        return identifier_of(related) if is_named else None
    value = getattr(obj, name)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def fact_from_line(model: type[models.Model], name: str, value: Any, references: References) -> Any:
    """The value of a field from a line; raises ValueOfFactError or UnknownReferenceError."""
    field = model._meta.get_field(name)
    try:
        if field.is_relation:
            return references.get(related_model(model, name), value, name) if value else None
        if isinstance(field, models.DateField):
            return date.fromisoformat(value) if value else None
        return Decimal(value) if isinstance(field, models.DecimalField) else value
    except (InvalidOperation, TypeError) as error:
        raise ValueOfFactError(name, value) from error
    except UnknownReferenceError:
        raise
    except ValueError as error:
        raise ValueOfFactError(name, value) from error


def identifier_of(obj: Any) -> str:
    """The name by which lines refer to an object: its translation key, or its code."""
    if isinstance(obj, PolicyCode):
        return obj.identifier
    if isinstance(obj, Territory):
        return obj.code
    return str(obj.translation_key)


def reference_field(row_model: type[models.Model]) -> str:
    """The one foreign key of a row that only relates."""
    return next(
        field.name
        for field in row_model._meta.concrete_fields
        if field.is_relation and field.name not in ROW_OWNERS
    )


def plain_fields(row_model: type[models.Model]) -> list[str]:
    """The fields of a row without words and without a foreign key, such as an identifier's."""
    return [
        field.name
        for field in row_model._meta.concrete_fields
        if field.name not in {"id", "sort_order", *ROW_OWNERS}
    ]


def address_fields(model: type[models.Model]) -> list[str]:
    """The fields in which a translator may set an address for the language."""
    return [field.name for field in model._meta.fields if isinstance(field, models.URLField)]


def address_paths(model: type[Any], rows: Mapping[str, Iterable[str]]) -> set[str]:
    """The content paths of the addresses of an object that has these rows, by relation."""
    of_rows = {
        f"{relation}.{key}.{name}"
        for relation, keys in rows.items()
        for key in keys
        for name in address_fields(related_model(model, relation))
    }
    return {*address_fields(model), *of_rows}


def has_words(row_model: type[models.Model]) -> bool:
    return issubclass(row_model, TranslatableMixin)


def only_relates(row_model: type[models.Model]) -> bool:
    return not has_words(row_model) and any(
        row_model._meta.get_field(name).is_relation for name in plain_fields(row_model)
    )


def is_page_model(model: type[models.Model]) -> bool:
    return issubclass(model, Page)


def as_key(text: str) -> uuid.UUID:
    return uuid.UUID(text)
