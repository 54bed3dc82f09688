"""What a reviewer sees: each text of a version beside what was approved before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail_localize.strings import StringValue

from services.changes import words_of
from services.translation.models import Status, TranslationVersion

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Row:
    """One text: source and translation now, and both as they were approved before."""

    path: str
    source: str
    target: str
    source_before: str
    target_before: str

    @property
    def is_new(self) -> bool:
        return not self.target_before

    @property
    def is_changed(self) -> bool:
        return self.target != self.target_before or self.source_changed

    @property
    def source_changed(self) -> bool:
        return bool(self.source_before) and self.source != self.source_before


@dataclass(frozen=True, slots=True)
class Comparison:
    """A version beside the one that was approved before it; what was taken out comes last."""

    rows: list[Row]
    removed: list[Row]
    addresses: list[Row]


def compare(version: TranslationVersion) -> Comparison:
    """Pair each text with the one approved before: the same source text, else the same place."""
    earlier = _earlier(version)
    before = (earlier.segments or list(_words_of_import(earlier))) if earlier else []
    by_text: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for piece in before:
        by_text[piece["path"], piece["source"]].append(piece)
    left = list(before)
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    for piece in version.segments:
        same = by_text[piece["path"], piece["source"]]
        match = same.pop(0) if same else None
        if match:
            left.remove(match)
        pairs.append((piece, match))
    rows = [_row(piece, match or _take(left, piece["path"])) for piece, match in pairs]
    removed = [_row(None, piece) for piece in left]
    return Comparison(rows, removed, _addresses(version, earlier))


def _earlier(version: TranslationVersion) -> TranslationVersion | None:
    """The version that was approved before this one."""
    return (
        TranslationVersion.objects.filter(
            translation_key=version.translation_key,
            locale=version.locale,
            pk__lt=version.pk,
            status__in=[Status.APPROVED, Status.SUPERSEDED],
            reviewed_at__isnull=False,
        )
        .newest_first()
        .first()
    )


def _words_of_import(version: TranslationVersion) -> Iterable[dict[str, Any]]:
    """The words of a version that came from elsewhere, without the source's."""
    if version.revision is None:
        return
    for kind, path, text, _links in words_of(version.revision.as_object()):
        if kind == "StringSegmentValue":
            yield {"path": path, "source": "", "target": text}


def _take(left: list[dict[str, Any]], path: str) -> dict[str, Any] | None:
    """The first text of the same place that nothing else was paired with."""
    for piece in left:
        if piece["path"] == path:
            left.remove(piece)
            return piece
    return None


def _row(now: dict[str, Any] | None, before: dict[str, Any] | None) -> Row:
    now, before = now or {}, before or {}
    return Row(
        path=now.get("path") or before.get("path", ""),
        source=_plain(now.get("source", "")),
        target=_plain(now.get("target", "")),
        source_before=_plain(before.get("source", "")),
        target_before=_plain(before.get("target", "")),
    )


def _plain(html: str) -> str:
    """Texts are kept as HTML; the tags stay visible, the entities do not."""
    value = StringValue(html)
    return value.render_text() if "<" not in html else html


def _addresses(version: TranslationVersion, earlier: TranslationVersion | None) -> list[Row]:
    """The addresses that are set for the language, and those that are others than before."""
    now = {row["path"]: row for row in version.addresses}
    before = {row["path"]: row for row in _addresses_before(earlier)} if earlier else {}
    paths = [*now, *(path for path in before if path not in now)]
    rows = [_address(path, now.get(path, {}), before.get(path, {})) for path in paths]
    is_known = earlier is not None and bool(earlier.addresses)
    return [
        row for row in rows if row.target or row.is_changed or (is_known and row.path not in before)
    ]


def _addresses_before(earlier: TranslationVersion) -> list[dict[str, Any]]:
    """Those of a version; of an import, those that its revision has for the language."""
    if earlier.addresses or earlier.revision is None:
        return earlier.addresses
    own = earlier.revision.content.get("own_addresses") or {}
    return [{"path": path, "source": "", "target": url} for path, url in own.items()]


def _address(path: str, now: dict[str, Any], before: dict[str, Any]) -> Row:
    return Row(
        path=path,
        source=now.get("source", ""),
        target=now.get("target", ""),
        source_before=before.get("source", ""),
        target_before=before.get("target", ""),
    )
