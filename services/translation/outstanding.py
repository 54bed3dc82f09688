"""What still stands between a translation and its review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from services.language.formats import format_language_name
from services.models.authorities import PublishedSnippet
from services.models.publication import Reason
from services.models.validators import safe_url
from services.translation.addresses import editor_url, request_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.models import Locale

    from services.models.publication import PublishedContent


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of the source in its order, with its translation if there is one."""

    path: str
    source: str
    translation: StringTranslation | None

    @property
    def is_missing(self) -> bool:
        return self.translation is None or not self.translation.data

    @property
    def has_error(self) -> bool:
        return self.translation is not None and self.translation.has_error

    def as_json(self) -> dict[str, Any]:
        """What a version keeps of it."""
        row = self.translation
        return {
            "path": self.path,
            "source": self.source,
            "target": row.data if row else "",
            "author": row.last_translated_by_id if row else None,
        }


@dataclass(frozen=True, slots=True)
class Address:
    """One address of the source, with the one that a translator set for the language if any."""

    path: str
    source: Any
    override: SegmentOverride | None

    @property
    def target(self) -> Any:
        return self.override.data if self.override else ""

    @property
    def has_error(self) -> bool:
        if self.override is None:
            return False
        try:
            safe_url(self.target)
        except ValidationError:
            return True
        return self.override.has_error

    def as_json(self) -> dict[str, Any]:
        """What a version keeps of it."""
        return {
            "path": self.path,
            "source": self.source,
            "target": self.target,
            "author": self.override.last_translated_by_id if self.override else None,
        }


def pieces_of(translation: Translation) -> list[Piece]:
    """The texts to be translated, in the order of the source: two queries."""
    segments = (
        StringSegment.objects.filter(source_id=translation.source_id)
        .select_related("string", "context")
        .order_by("order")
    )
    rows = StringTranslation.objects.filter(
        locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
    ).select_related("translation_of")
    found = {(row.translation_of_id, row.context_id): row for row in rows}
    return [
        Piece(
            segment.context.path,
            segment.string.data,
            found.get((segment.string_id, segment.context_id)),
        )
        for segment in segments
    ]


def addresses_of(translation: Translation) -> list[Address]:
    """The addresses that may be set for the language, in the order of the source: two queries."""
    segments = translation.source.overridablesegment_set.select_related("context").order_by("order")
    rows = SegmentOverride.objects.filter(
        locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
    )
    found = {row.context_id: row for row in rows}
    return [
        Address(segment.context.path, segment.data, found.get(segment.context_id))
        for segment in segments
    ]


def own_addresses(translation: Translation) -> dict[str, str]:
    """The addresses that a translator set for fields, by content path; those in texts go there."""
    return {
        address.path: address.target
        for address in addresses_of(translation)
        if isinstance(address.target, str) and address.target and "'" not in address.path
    }


def obstacles(translation: Translation) -> list[Reason]:
    """Everything that forbids handing in, in words, each with the place to mend it."""
    source = translation.source.get_source_instance()
    return [
        *_missing_words(translation),
        *_wrong_addresses(translation),
        *_missing_snippets(source, translation.target_locale),
        *missing_parent(source, translation.target_locale),
    ]


def missing_parent(source: PublishedContent, locale: Locale) -> Iterator[Reason]:
    """The page above must stand in the language first; nothing is made for it."""
    if not isinstance(source, Page):
        return
    parent = source.get_parent()
    if not parent.is_root() and not parent.get_translations().filter(locale=locale).exists():
        yield Reason(
            _("Translate “%(parent)s” into %(language)s first: this page stands below it.")
            % {"parent": parent.title, "language": format_language_name(locale.language_code)},
            _where_to_translate(parent.specific, locale),
        )


def related_snippets(source: PublishedContent) -> list[PublishedSnippet]:
    """The contacts, legal references and authority that stand on a page, each once."""
    if not isinstance(source, Page):
        return []
    found: dict[Any, PublishedSnippet] = {}
    for name in source.fact_fields:
        for obj in _objects_of(getattr(source, name)):
            if isinstance(obj, PublishedSnippet):
                found[obj.translation_key] = obj
    return list(found.values())


def _objects_of(value: Any) -> Iterator[Any]:
    """The object of a relation to one, or those that the rows of a child relation name."""
    if not hasattr(value, "all"):
        yield value
        return
    for row in value.all():
        for field in row._meta.concrete_fields:
            if field.many_to_one and issubclass(field.related_model, PublishedSnippet):
                yield getattr(row, field.name)


def _missing_words(translation: Translation) -> Iterator[Reason]:
    url = editor_url(translation)
    for piece in pieces_of(translation):
        if piece.is_missing:
            yield Reason(_("Not translated yet: “%(text)s”") % {"text": piece.source}, url)
        elif piece.has_error:
            message = _("“%(text)s” has an error: %(error)s")
            error = piece.translation.get_error() if piece.translation else ""
            yield Reason(message % {"text": piece.source, "error": error or ""}, url)


def _wrong_addresses(translation: Translation) -> Iterator[Reason]:
    for address in addresses_of(translation):
        if address.has_error:
            yield Reason(
                _("“%(address)s” is not an address on the web.") % {"address": address.target},
                editor_url(translation),
            )


def _missing_snippets(source: PublishedContent, locale: Locale) -> Iterator[Reason]:
    for snippet in related_snippets(source):
        model = type(snippet)
        live = model.objects.filter(translation_key=snippet.translation_key, live=True)
        if snippet.live and not live.filter(locale=locale).exists():
            yield Reason(
                _("“%(name)s” (%(kind)s) is not published in %(language)s yet.")
                % {
                    "name": snippet,
                    "kind": model._meta.verbose_name,
                    "language": format_language_name(locale.language_code),
                },
                _where_to_translate(snippet, locale),
            )


def _where_to_translate(obj: PublishedContent, locale: Locale) -> str:
    """Where its translators go on: the editor if it was asked for, else the place to ask."""
    source = obj.source or obj
    asked = Translation.objects.filter(
        source__object_id=source.translation_key, target_locale=locale, enabled=True
    ).first()
    return editor_url(asked) if asked else request_url(source)
