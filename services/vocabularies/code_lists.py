"""Reads the code lists that are kept with the project: policy codes, NUTS areas, LAUs."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data"
NUTS1_LENGTH, NUTS2_LENGTH, NUTS3_LENGTH = 3, 4, 5


@dataclass(frozen=True, slots=True)
class PolicyCodeRow:
    """One row of policy-codes.csv; ``position`` is its place in the file, from 1."""

    identifier: str
    code: str
    annex: str
    parent: str
    title_en: str
    valid_from: date | None
    valid_until: date | None
    source: str
    position: int


@dataclass(frozen=True, slots=True)
class TerritoryRow:
    """An area with the code of the area that it lies in (empty for NUTS 1)."""

    country: str
    kind: str
    code: str
    name: str
    parent: str
    source: str


def read_policy_codes(path: Path = DATA / "policy-codes.csv") -> list[PolicyCodeRow]:
    return [
        PolicyCodeRow(
            **{name: row[name] for name in ("identifier", "code", "annex", "parent", "title_en")},
            valid_from=_day(row["valid_from"]),
            valid_until=_day(row["valid_until"]),
            source=row["source"],
            position=position,
        )
        for position, row in enumerate(_rows(path), start=1)
    ]


def read_nuts(path: Path = DATA / "nuts3-2024.csv") -> list[TerritoryRow]:
    """The NUTS areas of all countries; levels 1 and 2, from the prefixes, are named by code."""
    areas: dict[str, TerritoryRow] = {}
    for row in _rows(path):
        code = row["code"]
        for length in (NUTS1_LENGTH, NUTS2_LENGTH):
            areas.setdefault(code[:length], _nuts(code[:length], code[:length]))
        areas[code] = _nuts(code, row["name"])
    return sorted(areas.values(), key=lambda area: (len(area.code), area.code))


def read_lau(country: str, path: Path = DATA / "lau-2019.csv") -> list[TerritoryRow]:
    """The local administrative units of one country (two letters, EL for Greece)."""
    return [
        TerritoryRow(country, "lau", row["lau"], row["name"], row["nuts3"], "LAU 2019, Eurostat")
        for row in _rows(path)
        if row["nuts3"].startswith(country)
    ]


def _nuts(code: str, name: str) -> TerritoryRow:
    kind = {NUTS1_LENGTH: "nuts1", NUTS2_LENGTH: "nuts2", NUTS3_LENGTH: "nuts3"}[len(code)]
    parent = code[:-1] if len(code) > NUTS1_LENGTH else ""
    return TerritoryRow(code[:2], kind, code, name, parent, "NUTS 2024, Publications Office")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
