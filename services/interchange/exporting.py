"""Exports what is live, as lines in a fixed order: two exports of one state are equal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from services.interchange.line_types import LineType, line_types
from services.interchange.lines import canonical, header, line_of
from services.interchange.travelling import is_exported

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from services.models.publication import PublishedContent


def export_lines(languages: Collection[str] = ()) -> Iterator[str]:
    """The header and one line an object; only the given languages beside the source's own."""
    yield canonical(header())
    for line_type in line_types():
        if isinstance(line_type, LineType):
            yield from _content_lines(line_type, languages)
        else:
            yield from (canonical(line) for line in line_type.export(languages))


def line_by_identifier(line_type: LineType, identifier: str) -> str:
    """The line of one object as it is live now; empty if it is not."""
    lines = _content_lines(line_type, (), {"translation_key": identifier})
    return next(lines, "")


def _content_lines(
    line_type: LineType, languages: Collection[str], only: dict[str, Any] | None = None
) -> Iterator[str]:
    sources: list[PublishedContent] = []
    versions: dict[Any, dict[str, PublishedContent]] = defaultdict(dict)
    for model in line_type.kinds.values():
        for obj in filter(is_exported, _live(model).filter(**(only or {}))):
            versions[obj.translation_key][obj.locale.language_code] = obj
            if obj.is_source:
                sources.append(obj)
    for source in sorted(sources, key=lambda source: str(source.translation_key)):
        own = versions[source.translation_key]
        chosen = {
            code: own[code]
            for code in sorted(own)
            if not languages or code in languages or own[code] is source
        }
        yield canonical(line_of(line_type, source, chosen))


def _live(model: type[Any]) -> Any:
    return model._default_manager.filter(live=True).select_related("locale", "source_locale")
