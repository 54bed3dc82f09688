"""Programs follow the results of a search as a feed of Atom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from search.models import BestBet
from tests import factories
from tests.search.documents import build, document
from tests.search.pages import the_document, translate

if TYPE_CHECKING:
    from django.test import Client

    from search.engines.embedded import EmbeddedEngine

pytestmark = pytest.mark.django_db

NAMES = {"a": "http://www.w3.org/2005/Atom"}


def feed_of(client: Client, address: str, **options: Any) -> Any:
    response = client.get(f"/nl/search/{address}", **options)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314  # It is our own.


def texts(element: Any, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path, NAMES)]


def links(element: Any) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in element.findall("a:link", NAMES)}


@pytest.mark.usefixtures("index")
class TestFeed:
    def test_it_says_what_it_is(self, client: Client, settings: Any) -> None:
        settings.BASE_URL = "https://portaal.example"
        feed = feed_of(client, "?q=doorgeven&kind=procedure&format=atom")

        here = "https://portaal.example/nl/search/?q=doorgeven&kind=procedure"
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
        assert links(feed) == {"alternate": here, "self": f"{here}&format=atom"}
        assert texts(feed, "a:id") == [here]
        assert texts(feed, "a:author/a:name") == [settings.WAGTAIL_SITE_NAME]
        assert "doorgeven" in str(texts(feed, "a:title"))

    def test_an_entry_is_a_page(self, client: Client, settings: Any) -> None:
        settings.BASE_URL = "https://portaal.example"
        entry = feed_of(client, "?q=verhuizingen+doorgeven&format=atom").find("a:entry", NAMES)

        assert texts(entry, "a:title") == ["Verhuizing doorgeven"]
        assert links(entry) == {"alternate": "https://portaal.example/nl/gemeente/1/"}
        assert texts(entry, "a:id") == ["urn:uuid:1"]
        assert texts(entry, "a:updated") == ["2026-11-12T00:00:00+00:00"]
        assert texts(entry, "a:summary") == ["Geef uw <mark>verhuizing</mark> door."]
        assert texts(entry, "a:author/a:name") == ["Gemeente Lindewoude"]

    def test_every_entry_has_what_atom_demands(self, client: Client) -> None:
        feed = feed_of(client, "?q=paspoort&format=atom")

        wanted = [f"a:entry/a:{name}" for name in ("id", "title", "updated", "link")]
        assert [len(feed.findall(path, NAMES)) for path in wanted] == [10, 10, 10, 10]
        assert len(set(texts(feed, "a:entry/a:id"))) == 10

    def test_it_is_as_new_as_its_newest_entry(self, client: Client) -> None:
        assert texts(feed_of(client, "?q=doorgeven&format=atom"), "a:updated") == [
            "2026-11-12T00:00:00+00:00"
        ]

    def test_it_follows_filters_order_and_page(self, client: Client) -> None:
        feed = feed_of(client, "?q=paspoort&kind=procedure&sort=title&page=2&format=atom")

        assert str(links(feed)["self"]).endswith(
            "?q=paspoort&kind=procedure&sort=title&page=2&format=atom"
        )
        assert texts(feed, "a:entry/a:title")[0] == "Paspoort nummer 18"

    def test_who_accepts_atom_gets_it(self, client: Client) -> None:
        feed_of(client, "?q=paspoort", headers={"Accept": "application/atom+xml"})

    def test_the_page_names_it(self, client: Client) -> None:
        page = BeautifulSoup(client.get("/nl/search/?q=paspoort&page=2").content, "html.parser")

        link = page.select_one('head link[type="application/atom+xml"]')
        assert link["href"] == "?q=paspoort&page=2&format=atom"
        assert page.select_one(f'main a[href="{link["href"]}"]')

    @pytest.mark.parametrize("address", ["?format=atom", "?q=xyzzyq&format=atom"])
    def test_nothing_found_is_a_feed_too(self, client: Client, address: str) -> None:
        feed = feed_of(client, address)

        assert feed.findall("a:entry", NAMES) == []
        assert texts(feed, "a:updated") == ["1970-01-01T00:00:00+00:00"]

    @pytest.mark.parametrize("query", ["\x00", "\ufffe", "<&]]>", "\U0001ffff", "\x0b", "é" * 9000])
    def test_whatever_is_typed_it_is_xml(self, client: Client, query: str) -> None:
        response = client.get("/nl/search/", {"q": f"paspoort {query}", "format": "atom"})

        assert ElementTree.fromstring(response.content).tag.endswith("feed")  # noqa: S314


def test_pinned_pages_stand_first(engine: EmbeddedEngine, client: Client, move_page: Any) -> None:
    key = str(move_page.translation_key)
    build(engine, [document(1), document(id=key, title="Rijbewijs kwijt")])
    BestBet.objects.create(language="nl", query="rijbewijs", page=move_page, reason="Het is druk.")

    feed = feed_of(client, "?q=rijbewijs&format=atom")

    assert texts(feed, "a:entry/a:id") == [f"urn:uuid:{key}", "urn:uuid:1"]


def test_a_title_that_no_xml_may_hold_is_written_without(
    engine: EmbeddedEngine, client: Client
) -> None:
    build(engine, [document(1, title="Rijbewijs\x0b \ufffeomwisselen")])

    feed = feed_of(client, "?q=rijbewijs&format=atom")

    assert texts(feed, "a:entry/a:title") == ["Rijbewijs omwisselen"]


def test_a_page_is_updated_when_it_changed_or_was_confirmed(authority: Any) -> None:
    page = factories.service(authority, slug="a", confirmed_on=date(2020, 1, 1))
    confirmed = factories.service(authority, slug="b", confirmed_on=date(2999, 1, 1))

    assert the_document(page).updated_on == page.words_changed_on
    assert the_document(confirmed).updated_on == date(2999, 1, 1)


def test_a_translation_is_updated_when_a_fact_of_its_source_changed(authority: Any) -> None:
    page = factories.service(authority, slug="a")
    translated = translate(page, "en", title="Report a move")
    type(page).objects.filter(pk=page.pk).update(facts_changed_on=date(2999, 1, 1))

    assert the_document(translated, "en").updated_on == date(2999, 1, 1)
