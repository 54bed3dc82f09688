"""A place is found by its name, however it is spelt, and by its postcode."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from search.places import find_places, places_with
from services.models import Territory
from tests.search.territories import territory, utrecht

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


def found(text: str) -> list[str]:
    return [place.key for place in find_places(text)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("'s-Gravenhage", "s gravenhage"),
        ("Súdwest-Fryslân", "SUDWEST FRYSLAN"),
        ("Bolzano/Bozen", "bozen"),
        ("Bolzano/Bozen", "Bolzano"),
        ("Bergen (NH.)", "bergen"),
        ("Kiel, Landeshauptstadt", "Kiel"),
        ("München, Landeshauptstadt", "Muenchen"),
        ("Gineta, La", "la gineta"),
    ],
)
def test_a_place_is_found_by_what_it_is_called(name: str, typed: str) -> None:
    territory("GM0001", name)
    territory("GM0002", "Elders")

    assert found(typed) == ["NL-GM0001"]


@pytest.mark.parametrize("typed", ["", "—", "NL310", "Nergens", "\x00", "x" * 300])
def test_what_is_no_place_finds_none(typed: str) -> None:
    utrecht()

    assert found(typed) == []


def test_namesakes_are_all_found() -> None:
    territory("GM0373", "Bergen (NH.)")
    territory("GM0893", "Bergen (L.)")

    assert found("Bergen") == ["NL-GM0893", "NL-GM0373"]


def test_a_municipality_is_meant_and_not_the_region_of_its_name() -> None:
    utrecht()

    assert found("utrecht") == ["NL-GM0344"]


def test_a_region_is_found_where_no_municipality_has_its_name() -> None:
    territory("NL341", "Zeeuwsch-Vlaanderen", kind="nuts3")

    assert found("zeeuwsch vlaanderen") == ["NL341"]


def test_a_place_that_is_no_more_is_not_found() -> None:
    territory("GM0001", "Weleer")
    Territory.objects.update(valid_until=date(2020, 12, 31))

    assert found("Weleer") == []


def test_a_place_knows_the_areas_around_it(django_assert_num_queries: Any) -> None:
    utrecht()

    with django_assert_num_queries(1):
        places = places_with(["NL-GM0344", "NL310", "NL-GM9999", "DE-GM0344"])

    assert places["NL-GM0344"].around == ("NL310", "NL31", "NL3", "NL")
    assert places["NL310"].name == "Utrecht"
    assert len(places) == 2


@pytest.mark.parametrize("typed", ["3512 JE", "3512je", "3512"])
def test_a_postcode_leads_to_its_municipality(settings: Any, tmp_path: Path, typed: str) -> None:
    settings.SEARCH_POSTCODES_FILE = str(tmp_path / "postcodes.csv")
    (tmp_path / "postcodes.csv").write_text("3512,NL,GM0344\n")
    utrecht()

    assert found(typed) == ["NL-GM0344"]
