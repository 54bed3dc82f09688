"""Keeps what translators see in step with the live source: its texts, in their order."""

from __future__ import annotations

import json
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.db import transaction
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    TemplateSegment,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from services.changes import digest, piece, words_of

if TYPE_CHECKING:
    from services.models.publication import PublishedContent


def extract(source: PublishedContent) -> bool:
    """Extract the live source again if its texts or addresses changed; tell whether they had.

    Nothing is made for a source whose translation nobody has asked for.
    """
    extracted = TranslationSource.objects.get_for_instance_or_none(source)
    if extracted is None or not _differs(extracted, source):
        return False
    with transaction.atomic():
        extracted.update_from_db()
    return True


def is_behind(extracted: TranslationSource) -> bool:
    """Whether the live source has other words, or another order, than what was extracted.

    A row that was changed without a publication (by a migration, say) has another digest than the
    one that was kept: then its words decide.
    """
    source = _live(extracted)
    seen = extracted_digest(extracted)
    return source is None or (seen != source.words_digest and seen != digest(words_of(source)))


def live_digest(extracted: TranslationSource) -> str:
    """The digest of the words that are live; empty if the source is gone."""
    source = _live(extracted)
    return digest_of(source) if source else ""


def digest_of(source: PublishedContent) -> str:
    """The digest that was kept when it was published, or of its row if it never was."""
    return source.words_digest or digest(words_of(source))


def extracted_digest(extracted: TranslationSource) -> str:
    """The digest of the stored segments; equal to that of the words they were extracted from."""
    strings = StringSegment.objects.filter(source=extracted).values_list(
        "order", "context__path", "string__data", "attrs"
    )
    templates = TemplateSegment.objects.filter(source=extracted).values_list(
        "order", "context__path", "template__template"
    )
    rows = [
        (order, piece(StringSegmentValue.__name__, path, text, json.loads(attributes or "null")))
        for order, path, text, attributes in strings
    ]
    rows += [
        (order, piece(TemplateSegmentValue.__name__, path, text, None))
        for order, path, text in templates
    ]
    return digest([row for _order, row in sorted(rows, key=itemgetter(0))])


def _live(extracted: TranslationSource) -> PublishedContent | None:
    model = extracted.specific_content_type.model_class()
    found: PublishedContent | None = model._base_manager.filter(
        translation_key=extracted.object_id, locale_id=extracted.locale_id
    ).first()
    return found


def _differs(extracted: TranslationSource, source: PublishedContent) -> bool:
    return extracted_digest(extracted) != digest(words_of(source)) or _stored_addresses(
        extracted
    ) != _addresses_of(source)


def _stored_addresses(extracted: TranslationSource) -> dict[str, Any]:
    rows = OverridableSegment.objects.filter(source=extracted).select_related("context")
    return {row.context.path: row.data for row in rows}


def _addresses_of(source: PublishedContent) -> dict[str, Any]:
    return {
        segment.path: segment.data
        for segment in extract_segments(source)
        if isinstance(segment, OverridableSegmentValue)
    }
