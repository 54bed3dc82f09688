"""What was measured, beside what was aimed at: as a table for people and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

HEADER = ("name", "value", "unit", "target", "")
SMALL = 10  # Below it, decimals matter.


@dataclass(frozen=True, slots=True)
class Result:
    """One figure; without a target it is only told."""

    name: str
    value: float
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def is_met(self) -> bool | None:
        if self.at_least is not None:
            return self.value >= self.at_least
        return None if self.at_most is None else self.value <= self.at_most

    @property
    def target(self) -> str:
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"


@dataclass(slots=True)
class Results:
    """All figures, in the order in which they were taken."""

    rows: list[Result] = field(default_factory=list)

    def add(
        self,
        name: str,
        value: float,
        unit: str,
        *,
        at_least: float | None = None,
        at_most: float | None = None,
    ) -> None:
        self.rows.append(Result(name, value, unit, at_least, at_most))

    @property
    def all_met(self) -> bool:
        return all(row.is_met is not False for row in self.rows)

    def as_table(self) -> str:
        lines = [
            HEADER,
            *((r.name, _number(r.value), r.unit, r.target, _word(r)) for r in self.rows),
        ]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            + "\n"
            for line in lines
        )

    def as_json(self) -> str:
        rows = [
            {
                "name": row.name,
                "value": round(row.value, 3),
                "unit": row.unit,
                "target": row.target,
                "met": row.is_met,
            }
            for row in self.rows
        ]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value >= 10 * SMALL else f"{value:,.2f}"


def _word(row: Result) -> str:
    return {True: "met", False: "NOT MET", None: ""}[row.is_met]
