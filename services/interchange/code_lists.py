"""Writes the code lists into the database, and leaves alone what an administrator changed.

Rows that are missing are created and none is ever deleted; a row that differs from its list is
reported, and set back only on request.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import transaction

from services.models import PolicyCode, Territory
from services.vocabularies.code_lists import read_lau, read_nuts, read_policy_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db import models

    from services.vocabularies.code_lists import PolicyCodeRow, TerritoryRow

NUTS_COUNTRY = {"GR": "EL"}


@dataclass(slots=True)
class LoadReport:
    """How many rows the lists have, and what was done; ``notes`` says what is odd."""

    rows: int = 0
    created: int = 0
    changed: int = 0
    kept: int = 0
    overwrite: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def unchanged(self) -> int:
        return self.rows - self.created - self.changed - self.kept


@transaction.atomic
def load_code_lists(country: str, *, overwrite: bool = False) -> LoadReport:
    """Load policy codes, the NUTS areas of all countries, and the LAUs of one country.

    ``country`` is ISO 3166-1 alpha-2; the lists write EL for Greece.
    """
    report = LoadReport(overwrite=overwrite)
    _load_policy_codes(report)
    _load_territories(read_nuts(), report)
    _load_territories(read_lau(NUTS_COUNTRY.get(country, country)), report)
    return report


def _load_policy_codes(report: LoadReport) -> None:
    known = {code.identifier: code for code in PolicyCode.objects.select_related("parent")}
    rows = read_policy_codes()
    areas, items = [row for row in rows if not row.parent], [row for row in rows if row.parent]
    for level in (areas, items):
        values = {row.identifier: _without_parent(row) for row in level}
        for row in level:
            values[row.identifier]["parent"] = known.get(row.parent)
        _write(PolicyCode, known, values, report)


def _load_territories(rows: Iterable[TerritoryRow], report: LoadReport) -> None:
    known = {(area.country, area.code): area for area in Territory.objects.select_related("parent")}
    for _kind, level in groupby(rows, key=attrgetter("kind")):
        values = {}
        for row in level:
            parent = known.get((row.country, row.parent))
            if row.parent and parent is None:
                report.notes.append(f"{row.code} {row.name}: the area {row.parent} is unknown")
            values[row.country, row.code] = {**_without_parent(row), "parent": parent}
        _write(Territory, known, values, report)


def _without_parent(row: PolicyCodeRow | TerritoryRow) -> dict[str, Any]:
    values = asdict(row)
    del values["parent"]
    return values


def _write(
    model: type[models.Model],
    known: dict[Any, Any],
    rows: dict[Any, dict[str, Any]],
    report: LoadReport,
) -> None:
    """Write rows whose parents are saved; what is new becomes known."""
    for key, values in rows.items():
        if key in known:
            _compare(known[key], values, report)
    new = {key: model(**values) for key, values in rows.items() if key not in known}
    model._default_manager.bulk_create(new.values())
    known.update(new)
    report.rows += len(rows)
    report.created += len(new)


def _compare(obj: Any, values: dict[str, Any], report: LoadReport) -> None:
    changed = [name for name, value in values.items() if getattr(obj, name) != value]
    if changed and report.overwrite:
        report.changed += 1
        for name in changed:
            setattr(obj, name, values[name])
        obj.save(update_fields=changed)
    elif changed:
        report.kept += 1
        report.notes.append(f"{obj}: differs from the list in {', '.join(changed)}; left alone")
