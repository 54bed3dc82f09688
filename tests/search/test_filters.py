"""Readers filter by topic, authority and place, and see names in their language."""

from __future__ import annotations

from copy import deepcopy
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest
from django.test import override_settings

from search.operations import drain_outbox, rebuild_index
from services.models import ServiceTerritory
from tests import factories
from tests.search.pages import translate
from tests.search.result_pages import page_of, titles
from tests.search.territories import territory, utrecht

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

pytestmark = pytest.mark.django_db


class Town:
    """Two authorities with services about moving: everywhere, in Utrecht, and in Bergen."""

    def __init__(self, home: Any) -> None:
        self.authority = factories.authority_page(home)
        self.ministry = factories.authority_page(home, "Ministerie van Wonen")
        self.living = factories.topic_page(home, "Wonen")
        self.family = factories.topic_page(home, "Gezin")
        self.utrecht, self.bergen = utrecht(), territory("GM0373", "Bergen (NH.)")
        self.add("Verhuizen", self.ministry, [self.living, self.family])
        self.local = self.add("Verhuizen", self.authority, [self.living], self.utrecht)
        self.add("Verhuizing in Bergen", self.authority, [], self.bergen)

    def add(self, title: str, authority: Any, topics: list[Any], *places: Any) -> Any:
        rows = [ServiceTerritory(territory=place) for place in places]
        slug = f"{title}-{len(places)}-{authority.pk}".replace(" ", "-").lower()
        return factories.service(authority, title=title, slug=slug, topics=topics, territories=rows)


@pytest.fixture(scope="module")
def laid_town(
    laid_tree: factories.SiteTree, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Town, Path]:
    """The town and its index, made once: each test has copies of both."""
    index = tmp_path_factory.mktemp("town") / "index"
    with override_settings(SEARCH_INDEX_DIR=index):
        town = Town(laid_tree.home)
        rebuild_index(["nl", "en"])
    return town, index


@pytest.fixture
def town(laid_town: tuple[Town, Path], index_dir: Path, db: None) -> Town:
    town, index = laid_town
    copytree(index, index_dir)
    return deepcopy(town)


def options(page: Any, name: str) -> dict[str, str]:
    """Return the values of a facet as readers see them: name and count, in their order."""
    boxes = page.select(f".facet input[type=checkbox][name={name}]")
    return {box.parent.span.get_text(): box.parent.small.contents[0] for box in boxes}


def test_topics_and_authorities_have_names_and_counts(town: Town, client: Client) -> None:
    page = page_of(client, "?q=verhuizen&kind=procedure")

    assert options(page, "topic") == {"Wonen": "2", "Gezin": "1"}
    assert options(page, "authority") == {"Gemeente Lindewoude": "2", "Ministerie van Wonen": "1"}


def test_values_of_a_facet_add_up_and_facets_narrow(town: Town, client: Client) -> None:
    topics = f"topic={town.living.translation_key}&topic={town.family.translation_key}"
    page = page_of(client, f"?q=verhuizen&{topics}&authority={town.authority.translation_key}")

    assert titles(page) == ["Verhuizen"]
    assert options(page, "topic") == {"Wonen": "1", "Gezin": "0"}
    assert options(page, "authority") == {"Gemeente Lindewoude": "1", "Ministerie van Wonen": "1"}


def test_a_filter_is_shown_by_name_and_can_be_removed(town: Town, client: Client) -> None:
    key = town.family.translation_key
    page = page_of(client, f"?q=verhuizen&topic={key}&area=NL-GM0344")

    links = page.select(".active li a")
    assert "Onderwerp: Gezin" in links[0].get_text()
    assert links[0]["href"] == "?q=verhuizen&area=NL-GM0344"
    assert "Utrecht" in links[1].get_text()
    assert links[1]["href"] == f"?q=verhuizen&topic={key}"


def test_filters_by_something_unknown_are_left_out(town: Town, client: Client) -> None:
    unknown = "topic=<script>&topic=00000000-0000-4000-8000-000000000000&topic=&authority=%00"
    areas = f"area=XX-999&area=DE&area=&area=%ff&area={'x' * 5000}"

    page = page_of(client, f"?q=verhuizen&kind=procedure&{unknown}&{areas}")

    assert len(titles(page)) == 3
    assert len(page.select(".active li")) == 2


def test_names_are_those_of_the_readers_language(town: Town, client: Client) -> None:
    translate(town.living, "en", title="Living")
    translate(town.local, "en", title="Moving house")
    rebuild_index(["nl", "en"])

    page = page_of(client, "?q=moving", "en")

    assert options(page, "topic") == {"Living": "1"}
    assert options(page, "authority") == {"Gemeente Lindewoude (en)": "1"}


def test_a_topic_without_a_name_in_the_language_is_left_out(town: Town, client: Client) -> None:
    translate(town.local, "en", title="Moving house")
    rebuild_index(["nl", "en"])

    page = page_of(client, f"?q=moving&topic={town.family.translation_key}", "en")

    assert options(page, "topic") == {}
    assert titles(page) == ["Moving house"]


def test_a_topic_that_is_withdrawn_is_not_offered(town: Town, client: Client) -> None:
    town.family.unpublish()

    assert options(page_of(client, "?q=verhuizen"), "topic") == {"Wonen": "2"}


class TestPlace:
    def test_the_count_is_that_of_what_holds_there(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&kind=procedure")

        assert list(options(page, "area").items()) == [
            ("Heel het land", "1"),
            ("Bergen (NH.)", "2"),
            ("Utrecht", "2"),
        ]

    def test_local_services_stand_before_national_ones(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&area=NL-GM0344&kind=procedure")

        facts = [hit.select_one(".meta").get_text(" ") for hit in page.select(".hit")]
        assert ["Gemeente Lindewoude" in fact for fact in facts] == [True, False]

    def test_a_typed_place_becomes_a_filter(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&kind=procedure&place=BERGEN")

        assert titles(page) == ["Verhuizing in Bergen", "Verhuizen"]
        assert page.select_one("input[value=NL-GM0373]").has_attr("checked")
        assert not page.select(".ds-alert")

    def test_what_holds_in_a_region_holds_in_its_towns(self, town: Town, client: Client) -> None:
        town.add("Verhuizen in de regio", town.ministry, [], town.utrecht.parent.parent)
        drain_outbox()

        page = page_of(client, "?q=verhuizen&kind=procedure&area=NL-GM0344")

        assert set(titles(page)) == {"Verhuizen", "Verhuizen in de regio"}

    def test_an_unknown_place_is_told_and_shows_what_holds_everywhere(
        self, town: Town, client: Client
    ) -> None:
        page = page_of(client, "?q=verhuizen&kind=procedure&place=Nergenshuizen")

        assert titles(page) == ["Verhuizen"]
        assert "Nergenshuizen" in page.select_one(".ds-alert").get_text()
        assert "Heel het land" in page.select_one(".active").get_text()

    def test_of_namesakes_one_is_chosen(self, town: Town, client: Client) -> None:
        territory("GM0893", "Bergen (L.)")

        page = page_of(client, "?q=verhuizen&kind=procedure&place=bergen")

        assert [link.get_text() for link in page.select(".ds-alert a")] == [
            "Bergen (L.)",
            "Bergen (NH.)",
        ]
        assert page.select(".ds-alert a")[1]["href"] == (
            "?q=verhuizen&kind=procedure&area=NL-GM0373"
        )

    def test_a_renamed_place_is_shown_by_its_new_name(self, town: Town, client: Client) -> None:
        town.bergen.name = "Bergen"
        town.bergen.save()

        assert "Bergen" in options(page_of(client, "?q=verhuizen"), "area")

    def test_a_place_of_another_code_is_indexed_anew(self, town: Town, client: Client) -> None:
        town.bergen.code = "GM9999"
        town.bergen.save()
        drain_outbox()

        assert page_of(client, "?q=bergen").select("input[value=NL-GM9999]")


class TestOrder:
    def test_titles_stand_from_a_to_z(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&sort=title&kind=procedure")

        assert titles(page) == ["Verhuizen", "Verhuizen", "Verhuizing in Bergen"]
        assert page.select_one("#sort option[selected]")["value"] == "title"

    def test_filters_and_pages_keep_the_order(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&sort=title&kind=procedure")

        assert page.select_one(".facets input[name=sort]")["value"] == "title"
        assert page.select_one(".active a")["href"] == "?q=verhuizen&sort=title"

    def test_another_order_keeps_the_filters(self, town: Town, client: Client) -> None:
        page = page_of(client, "?q=verhuizen&kind=procedure")

        hidden = {field["name"]: field["value"] for field in page.select(".sort [type=hidden]")}
        assert hidden == {"q": "verhuizen", "kind": "procedure"}


def test_whatever_is_chosen_little_is_asked(
    town: Town, client: Client, django_assert_max_num_queries: Any
) -> None:
    chosen = f"topic={town.living.translation_key}&place=utrecht&area=NL-GM0373"

    page_of(client, "?q=verhuizen")  # What editors wrote is kept for a while.
    with django_assert_max_num_queries(10) as asked:
        page_of(client, f"?q=verhuizen&{chosen}")

    assert all(query["sql"].startswith("SELECT") for query in asked.captured_queries)


def test_programs_get_values_with_names(town: Town, client: Client) -> None:
    found = client.get("/nl/search/?q=verhuizen&place=Bergen&format=json").json()

    key = str(town.living.translation_key)
    assert found["facets"]["area"]["NL-GM0373"] == found["total"]
    assert found["labels"]["topic"][key] == "Wonen"
    assert found["place"] == {"query": "Bergen", "found": {"NL-GM0373": "Bergen (NH.)"}}
    assert found["facets"]["topic"] == {key: 1, str(town.family.translation_key): 1}
