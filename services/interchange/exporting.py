"""Exports what is live, as lines in a fixed order: two exports of one state are equal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db.models import F, Prefetch
from wagtail.models import Page

from services.interchange.codec import has_words, is_relation, plain_fields, related_model
from services.interchange.line_types import LineType, line_types
from services.interchange.lines import Describer, canonical, header
from services.interchange.travelling import Exported

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from services.models.publication import PublishedContent

AT_ONCE = 100


def export_lines(languages: Collection[str] = ()) -> Iterator[str]:
    """The header and one line an object; only the given languages beside the source's own."""
    exported = Exported()
    yield canonical(header())
    for line_type in line_types():
        if isinstance(line_type, LineType):
            keys = _keys(line_type)
            for start in range(0, len(keys), AT_ONCE):
                some = keys[start : start + AT_ONCE]
                yield from _content_lines(line_type, some, languages, exported)
        else:
            yield from (canonical(line) for line in line_type.export(languages))


def line_by_identifier(line_type: LineType, identifier: str) -> str:
    """The line of one object as it is live now; empty if it is not."""
    return next(_content_lines(line_type, [identifier], (), Exported()), "")


def _keys(line_type: LineType) -> list[str]:
    """The identifiers of all live sources, in the order of the file."""
    return sorted(
        str(key)
        for model in line_type.kinds.values()
        for key in model._default_manager.filter(
            live=True, locale_id=F("source_locale_id")
        ).values_list("translation_key", flat=True)
    )


def _content_lines(
    line_type: LineType, keys: list[str], languages: Collection[str], exported: Exported
) -> Iterator[str]:
    """The lines of these objects, which are read together."""
    versions: dict[str, dict[str, PublishedContent]] = defaultdict(dict)
    for model in line_type.kinds.values():
        for obj in filter(exported.holds, _live(model, keys)):
            versions[str(obj.translation_key)][obj.locale.language_code] = obj
    for key in keys:
        own = versions[key]
        source = next((obj for obj in own.values() if obj.is_source), None)
        if source is None:
            continue
        chosen = {
            code: own[code]
            for code in sorted(own)
            if not languages or code in languages or own[code] is source
        }
        yield canonical(Describer(line_type, source, chosen, exported).line())


def _live(model: type[Any], keys: list[str]) -> Any:
    live = model._default_manager.filter(live=True, translation_key__in=keys)
    return live.select_related("locale").prefetch_related(*_relations(model))


def _relations(model: type[Any]) -> Iterator[str | Prefetch]:
    """The rows of a model, and what it and its rows refer to."""
    yield from _references(model, model.fact_fields)
    for name in model.fact_fields:
        if is_relation(model, name):
            yield name
            row_model = related_model(model, name)
            names = row_model.fact_fields if has_words(row_model) else plain_fields(row_model)
            yield from _references(row_model, names, f"{name}__")


def _references(
    model: type[Any], names: Iterable[str], prefix: str = ""
) -> Iterator[str | Prefetch]:
    for name in names:
        field = model._meta.get_field(name)
        if field.many_to_one:
            to_any_page = field.related_model is Page
            path = f"{prefix}{name}"
            yield Prefetch(path, Page.objects.specific()) if to_any_page else path
