"""How registrations travel in interchange files: one line a page, a day for each language."""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from wagtail.models import Locale

from services.gateway.models import Registration
from services.interchange.faults import LineRefusedError
from services.interchange.importing import CHANGED, CREATED, UNCHANGED
from services.interchange.line_types import RecordType
from services.interchange.lines import canonical
from services.interchange.schema import UUID
from services.interchange.travelling import Exported
from services.models import ImportRecord, ServicePage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

NAME = "registration"
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}


def record_type() -> RecordType:
    return RecordType(NAME, 90, schema(), export, load, references=("page",))


def schema() -> dict[str, Any]:
    languages = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    days = {
        "type": "object",
        "properties": dict.fromkeys(languages, DAY),
        "additionalProperties": False,
        "minProperties": 1,
    }
    properties = {"type": {"const": NAME}, "id": UUID, "page": UUID, "registered_on": days}
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def export(languages: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """One line for each exported page that is registered, in the languages that are exported."""
    rows = Registration.objects.select_related("locale")
    days: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    for row in rows:
        days[row.translation_key][row.locale.language_code] = row.registered_on.isoformat()
    sources = ServicePage.objects.sources().live().select_related("locale")
    registered = sources.filter(translation_key__in=rows.values("translation_key"))
    for page in sorted(filter(Exported().holds, registered), key=lambda p: str(p.translation_key)):
        own = days[page.translation_key]
        chosen = {*languages, page.locale.language_code} if languages else own
        if kept := {code: day for code, day in own.items() if code in chosen}:
            yield line_of(page.translation_key, kept)


def line_of(page: uuid.UUID, days: dict[str, str]) -> dict[str, Any]:
    identifier = str(uuid.uuid5(page, NAME))
    return {"type": NAME, "id": identifier, "page": str(page), "registered_on": days}


def load(line: dict[str, Any], overwrite: bool = False) -> str:
    """Set the days that the line gives; a line that was loaded before is left alone.

    So what an administrator changed since is not set back by the same file, unless it overwrites.
    """
    page = uuid.UUID(line["page"])
    _check(line, page)
    digest = hashlib.sha256(canonical(line).encode()).hexdigest()
    loaded = ImportRecord.objects.filter(identifier=line["id"], digest=digest).exists()
    outcome = UNCHANGED if loaded and not overwrite else _set_days(page, line["registered_on"])
    ImportRecord.objects.update_or_create(identifier=line["id"], defaults={"digest": digest})
    return outcome


def _check(line: dict[str, Any], page: uuid.UUID) -> None:
    if uuid.UUID(line["id"]) != uuid.uuid5(page, NAME):
        raise LineRefusedError([("id", "is not the identifier of this page's registration")])
    if not ServicePage.objects.filter(translation_key=page).exists():
        raise LineRefusedError([("page", f"names a page that is unknown: {page}")])
    for language, day in line["registered_on"].items():
        if not _is_day(day):
            raise LineRefusedError([(f"registered_on.{language}", f"“{day}” is not a day")])


def _set_days(page: uuid.UUID, days: dict[str, str]) -> str:
    rows = Registration.objects.filter(translation_key=page)
    before = {row.locale.language_code: row for row in rows.select_related("locale")}
    wanted = {language: date.fromisoformat(day) for language, day in days.items()}
    changed = {
        language: day
        for language, day in wanted.items()
        if language not in before or before[language].registered_on != day
    }
    for language, day in changed.items():
        locale = Locale.objects.get_or_create(language_code=language)[0]
        Registration.objects.update_or_create(
            translation_key=page, locale=locale, defaults={"registered_on": day}
        )
    if not changed:
        return UNCHANGED
    return CHANGED if before else CREATED


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
