"""Are the code lists loaded whole, once, and without undoing an administrator's work?"""

from __future__ import annotations

import pytest

from services.interchange.code_lists import load_code_lists
from services.models import PolicyCode, Territory

pytestmark = pytest.mark.django_db


def test_second_load_changes_nothing() -> None:
    first = load_code_lists("NL")

    second = load_code_lists("NL")

    assert (first.created, second.created, second.changed) == (first.rows, 0, 0)


def test_item_without_official_code_is_in_the_list_and_in_no_tag() -> None:
    load_code_lists("NL")

    code = PolicyCode.objects.get(identifier="N4")

    assert (code.code, code.tag_value, code.parent.code) == ("", "", "N")


def test_assistance_service_is_named_by_its_full_title() -> None:
    load_code_lists("NL")

    assert PolicyCode.objects.get(identifier="III(1)").tag_value == "Points of single contact"


def test_higher_nuts_levels_come_from_the_prefixes() -> None:
    load_code_lists("NL")

    area = Territory.objects.get(code="NL213")

    assert (area.parent.code, area.parent.name, area.parent.parent.code) == ("NL21", "NL21", "NL2")


def test_local_unit_whose_area_is_unknown_has_no_parent_and_a_note() -> None:
    report = load_code_lists("NL")

    unit = Territory.objects.get(country="NL", code="GM0014")

    assert unit.parent is None
    assert any("GM0014" in note for note in report.notes)


def test_local_units_are_those_of_the_sites_country() -> None:
    load_code_lists("NL")

    units = Territory.objects.filter(kind=Territory.Kind.LAU)

    assert set(units.values_list("country", flat=True)) == {"NL"}


@pytest.mark.parametrize(("overwrite", "title"), [(False, "Mine"), (True, "Birth")])
def test_an_administrators_change_stays_unless_overwritten(overwrite: bool, title: str) -> None:
    load_code_lists("NL")
    PolicyCode.objects.filter(identifier="R").update(title_en="Mine")

    load_code_lists("NL", overwrite=overwrite)

    assert PolicyCode.objects.get(identifier="R").title_en == title
