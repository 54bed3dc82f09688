"""Does the table say what was measured, and the whole whether a target was missed?"""

from __future__ import annotations

import json

import pytest

from tests.bench.results import Results
from tests.bench.watch import percentile


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        ({"at_least": 4}, True),
        ({"at_least": 5.5}, False),
        ({"at_most": 5}, True),
        ({"at_most": 4.9}, False),
        ({}, None),
    ],
)
def test_figure_is_held_against_its_target(limits: dict[str, float], met: bool | None) -> None:
    results = Results()
    results.add("speed", 5, "a second", **limits)

    [row] = json.loads(results.as_json())
    assert row["met"] is met
    assert results.all_met is (met is not False)


def test_table_names_every_figure_with_its_target() -> None:
    results = Results()
    results.add("import", 6.254, "services/s", at_least=4)
    results.add("first view", 70, "KiB", at_most=60)

    header, first, second = results.as_table().splitlines()
    assert header.split() == ["name", "value", "unit", "target"]
    assert first.split() == ["import", "6.25", "services/s", "≥", "4", "met"]
    assert second.split() == ["first", "view", "70", "KiB", "≤", "60", "NOT", "MET"]


@pytest.mark.parametrize(("share", "value"), [(0.5, 10.0), (0.95, 19.0), (1, 20.0)])
def test_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert percentile([float(each) for each in range(20, 0, -1)], share) == value
