"""Writes wagtail-localize's rows for one source and its translations in bulk.

The rows equal those that wagtail-localize writes one by one (a test compares them); written in
bulk they cost a handful of queries instead of some sixteen for each segment. Bulk writes send no
signals, so whoever calls this records what follows from it.
"""

from __future__ import annotations

import json
import uuid
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail_localize.models import (
    OverridableSegment,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wagtail.models import Locale

    from services.models.publication import PublishedContent

TOOL_NAME = "Portolan interchange"
Segments: TypeAlias = "Sequence[Any]"  # As wagtail-localize extracts them, in their order.


class StructureDiffersError(ValueError):
    """A translation has not the same parts as its source in the field at ``path``."""

    def __init__(self, path: str, expected: int, found: int) -> None:
        super().__init__(path)
        self.path, self.expected, self.found = path, expected, found


def pair_strings(source: Segments, translated: Segments) -> dict[tuple[str, int], str]:
    """The translated text of each string of the source, by (content path, n-th on that path).

    Raises StructureDiffersError where the segments of the two do not have the same parts.
    """
    ours, theirs = _strings_by_path(source), _strings_by_path(translated)
    for path in ours.keys() | theirs.keys():
        if len(ours[path]) != len(theirs[path]):
            raise StructureDiffersError(path, len(ours[path]), len(theirs[path]))
    return {(path, n): text for path, texts in theirs.items() for n, text in enumerate(texts)}


def write_segments(
    instance: PublishedContent,
    values: Segments,
    translations: Mapping[Locale, Mapping[tuple[str, int], str]],
) -> TranslationSource:
    """Store the live source with its segments, and the strings of each translation."""
    source = _write_source(instance)
    contexts = _contexts(source, {value.path for value in values})
    strings = _write_string_segments(source, values, contexts)
    _write_template_segments(source, values, contexts)
    _write_overridable_segments(source, values, contexts)
    for locale, texts in translations.items():
        Translation.objects.get_or_create(source=source, target_locale=locale)
        _write_translations(locale, texts, strings, contexts)
    return source


def _write_source(instance: Any) -> TranslationSource:
    translatable, _ = TranslatableObject.objects.get_or_create_from_instance(instance)
    source, is_new = TranslationSource.objects.update_or_create(
        object=translatable,
        locale=instance.locale,
        specific_content_type=ContentType.objects.get_for_model(type(instance)),
        defaults={
            "object_repr": str(instance)[:200],
            "content_json": instance.to_json(),
            "schema_version": _schema_version(instance._meta.app_label),
            "last_updated_at": timezone.now(),
        },
    )
    for model in () if is_new else (StringSegment, TemplateSegment, OverridableSegment):
        model.objects.filter(source=source).delete()
    return source


@cache
def _schema_version(app_label: str) -> str:
    """The latest migration, which wagtail-localize looks up among all that ever ran."""
    return get_schema_version(app_label) or ""


def _contexts(source: TranslationSource, paths: set[str]) -> dict[str, TranslationContext]:
    known = TranslationContext.objects.filter(object_id=source.object_id)
    contexts = {context.path: context for context in known}
    new = TranslationContext.objects.bulk_create(
        TranslationContext(
            object_id=source.object_id,
            path=path,
            path_id=TranslationContext._get_path_id(path),
            field_path=_field_path(path),
        )
        for path in sorted(paths - contexts.keys())
    )
    return contexts | {context.path: context for context in new}


def _write_string_segments(
    source: TranslationSource, values: Iterable[Any], contexts: Mapping[str, TranslationContext]
) -> dict[tuple[str, int], String]:
    """Give back the string of each segment by (path, n-th on that path)."""
    segments = [value for value in values if isinstance(value, StringSegmentValue)]
    strings = _strings(source.locale, {value.string.data for value in segments})
    StringSegment.objects.bulk_create(
        StringSegment(
            source=source,
            context=contexts[value.path],
            order=value.order,
            string=strings[value.string.data],
            attrs=json.dumps(value.attrs, cls=DjangoJSONEncoder),
        )
        for value in segments
    )
    found: dict[tuple[str, int], String] = {}
    count: dict[str, int] = defaultdict(int)
    for value in segments:
        found[value.path, count[value.path]] = strings[value.string.data]
        count[value.path] += 1
    return found


def _strings(locale: Locale, texts: set[str]) -> dict[str, String]:
    hashes = {String._get_data_hash(text): text for text in texts}
    String.objects.bulk_create(
        (String(locale=locale, data_hash=key, data=text) for key, text in hashes.items()),
        ignore_conflicts=True,
    )
    found = String.objects.filter(locale=locale, data_hash__in=hashes)
    return {string.data: string for string in found}


def _write_template_segments(
    source: TranslationSource, values: Iterable[Any], contexts: Mapping[str, TranslationContext]
) -> None:
    segments = [value for value in values if isinstance(value, TemplateSegmentValue)]
    keys = {_template_key(value): value for value in segments}
    Template.objects.bulk_create(
        (
            Template(
                uuid=key,
                template=value.template,
                template_format=value.format,
                string_count=value.string_count,
            )
            for key, value in keys.items()
        ),
        ignore_conflicts=True,
    )
    templates = {row.uuid: row for row in Template.objects.filter(uuid__in=keys)}
    TemplateSegment.objects.bulk_create(
        TemplateSegment(
            source=source,
            context=contexts[value.path],
            order=value.order,
            template=templates[_template_key(value)],
        )
        for value in segments
    )


def _write_overridable_segments(
    source: TranslationSource, values: Iterable[Any], contexts: Mapping[str, TranslationContext]
) -> None:
    OverridableSegment.objects.bulk_create(
        OverridableSegment(
            source=source,
            context=contexts[value.path],
            order=value.order,
            data_json=json.dumps(value.data, cls=DjangoJSONEncoder),
        )
        for value in values
        if isinstance(value, OverridableSegmentValue)
    )


def _write_translations(
    locale: Locale,
    texts: Mapping[tuple[str, int], str],
    strings: Mapping[tuple[str, int], String],
    contexts: Mapping[str, TranslationContext],
) -> None:
    """Write each text once a string and context; a repeated paragraph has one translation."""
    rows = {
        (strings[place].pk, contexts[place[0]].pk): StringTranslation(
            translation_of=strings[place],
            locale=locale,
            context=contexts[place[0]],
            data=text,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            tool_name=TOOL_NAME,
        )
        for place, text in texts.items()
        if place in strings
    }
    StringTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=["data", "translation_type", "tool_name", "updated_at", "has_error"],
    )


def _strings_by_path(values: Segments) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for value in values:
        if isinstance(value, StringSegmentValue):
            texts[value.path].append(value.string.data)
    return texts


def _template_key(value: TemplateSegmentValue) -> uuid.UUID:
    namespace = uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format)
    return uuid.uuid5(namespace, value.template)


def _field_path(path: str) -> str:
    """The field without a row's key or a link's address: steps.<key>.title gives steps.title."""
    name, _, rest = path.partition(".")
    key, _, rest = rest.partition(".")
    return f"{name}.{rest.partition('.')[0]}" if _is_key(key) else name


def _is_key(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
