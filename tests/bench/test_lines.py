"""Are the services that are imported valid, and different from each other?"""

from __future__ import annotations

import pytest

from services.interchange.checking import NumberedLine, faults_of
from tests.bench.lines import new_services


def test_lines_are_valid() -> None:
    lines = [NumberedLine(number, line) for number, line in enumerate(new_services(33))]

    assert [fault for line in lines for fault in faults_of(line)] == []


def test_no_two_services_share_an_identifier() -> None:
    first, *_, second = new_services(34)

    assert first["id"] != second["id"]
    assert {row["id"] for row in first["steps"]}.isdisjoint(row["id"] for row in second["steps"])


@pytest.mark.parametrize("code", ["nl", "en", "de"])
def test_no_two_services_share_an_address_or_a_text(code: str) -> None:
    first, *_, second = new_services(34)

    assert set(first["words"][code].values()).isdisjoint(second["words"][code].values())
