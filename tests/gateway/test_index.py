"""Does the list of gateway pages lead to every one of them, in the reader's language?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from django.db.models import F
from wagtail.models import Page, PageViewRestriction

from services.gateway import views
from tests import factories
from tests.gateway import pages

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def laid_service(laid_authority: Any) -> Any:
    return pages.published(laid_authority, pages.procedure("D1", "V1"))


def links(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").select("main a[href]")
    return [str(link["href"]) for link in found]


def test_gateway_page_is_linked(client: Client, service: Any) -> None:
    assert links(client, "/nl/gateway/") == [service.full_url]


def test_each_language_has_a_list_of_its_own(client: Client, service: Any) -> None:
    english = factories.translation(service, "en", title="Report a move")

    assert links(client, "/en/gateway/") == [english.full_url]
    assert links(client, "/de/gateway/") == []


def test_mark_of_the_source_counts_in_every_language(client: Client, service: Any) -> None:
    english = factories.translation(service, "en")
    type(english).objects.filter(pk=english.pk).update(is_gateway_page=False)

    assert links(client, "/en/gateway/") == [english.full_url]


def test_page_outside_the_gateway_is_not_listed(
    client: Client, authority: Any, service: Any
) -> None:
    factories.service(authority, slug="outside")

    assert links(client, "/nl/gateway/") == [service.full_url]


@pytest.mark.parametrize("state", [{"live": False}, {"alias_of_id": F("pk")}])
def test_what_is_no_live_original_is_not_listed(
    client: Client, service: Any, state: dict[str, Any]
) -> None:
    Page.objects.filter(pk=service.pk).update(**state)

    assert links(client, "/nl/gateway/") == []


def test_private_page_is_not_listed(client: Client, service: Any) -> None:
    PageViewRestriction.objects.create(page=service, restriction_type=PageViewRestriction.LOGIN)

    assert links(client, "/nl/gateway/") == []


def test_titles_stand_in_alphabetical_order(client: Client, authority: Any, service: Any) -> None:
    for title in ("Zorg", "Één", "arbeid"):
        pages.published(authority, pages.information("D3", title=title, slug=title.lower()))

    response = client.get("/nl/gateway/")

    titles = [entry["title"] for entry in response.context["entries"]]
    assert titles == ["arbeid", "Één", service.title, "Zorg"]


def test_long_list_is_split_and_every_part_is_linked(
    client: Client, authority: Any, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ENTRIES_A_PAGE", 1)
    second = pages.published(authority, pages.information("D3"))

    first = links(client, "/nl/gateway/")

    assert second.full_url in first
    assert "/nl/gateway/2/" in first
    assert service.full_url in links(client, "/nl/gateway/2/")


def test_part_of_the_list_is_its_own_canonical_page(
    client: Client, authority: Any, service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ENTRIES_A_PAGE", 1)
    pages.published(authority, pages.information("D3"))

    head = BeautifulSoup(client.get("/nl/gateway/2/").content, "html.parser").head

    assert head.find("link", rel="canonical")["href"] == "http://localhost/nl/gateway/2/"
    assert not head.find_all("link", rel="alternate")


@pytest.mark.parametrize("number", ["1", "9", "99999999999999999999"])
def test_number_that_no_part_has_leads_to_the_list(
    client: Client, service: Any, number: str
) -> None:
    response = client.get(f"/nl/gateway/{number}/")

    assert (response.status_code, response.url) == (302, "/nl/gateway/")


def test_there_is_no_part_zero(client: Client, service: Any) -> None:
    assert client.get("/nl/gateway/0/").status_code == 404


def test_number_of_pages_adds_no_queries(
    client: Client, authority: Any, service: Any, django_assert_max_num_queries: Any
) -> None:
    client.get("/nl/gateway/")
    with django_assert_max_num_queries(50) as one:
        client.get("/nl/gateway/")
    asked = len(one.captured_queries)
    pages.published(authority, pages.information("D3"))
    client.get("/nl/gateway/")  # What frames every page was forgotten.

    with django_assert_max_num_queries(asked):
        client.get("/nl/gateway/")
