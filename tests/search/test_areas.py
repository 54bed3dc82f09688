"""Places have keys by which documents are filtered, and lie in areas with keys of their own."""

from __future__ import annotations

from typing import Any

import pytest

from search.areas import AREA_KEY, area_key, lineage, national_area, without_parts


@pytest.mark.parametrize(
    ("country", "kind", "code", "key"),
    [
        ("NL", "lau", "GM0344", "NL-GM0344"),
        ("NL", "nuts3", "NL310", "NL310"),
        ("NL", "nuts1", "NL3", "NL3"),
        ("FR", "lau", "2A004", "FR-2A004"),
    ],
)
def test_a_territory_has_a_key(country: str, kind: str, code: str, key: str) -> None:
    assert area_key(country, kind, code) == key
    assert AREA_KEY.fullmatch(key)


def test_a_municipality_lies_in_areas_and_a_country() -> None:
    assert lineage("NL", "lau", "GM0344", "NL310", "NL31", "NL3") == (
        "NL-GM0344",
        "NL310",
        "NL31",
        "NL3",
        "NL",
    )


def test_a_municipality_of_an_unknown_area_lies_in_the_country() -> None:
    assert lineage("NL", "lau", "GM0344", None, None, None) == ("NL-GM0344", "NL")


def test_what_lies_in_another_place_of_the_same_page_is_left_out() -> None:
    found = without_parts([("NL-GM0344", "NL310", "NL"), ("NL310", "NL"), ("NL-GM0363", "NL")])

    assert found == ("NL310", "NL-GM0363")


@pytest.mark.parametrize(("country", "area"), [("NL", "NL"), ("GR", "EL")])
def test_the_country_has_the_code_of_the_lists_of_areas(
    settings: Any, country: str, area: str
) -> None:
    settings.SITE_COUNTRY = country

    assert national_area() == area


@pytest.mark.parametrize(
    "written", ["", "n", "nl", "NL-", "NL GM", "NL3100", "<NL>", "NL-" + "x" * 20]
)
def test_what_is_no_key_is_known_by_its_shape(written: str) -> None:
    assert not AREA_KEY.fullmatch(written)
