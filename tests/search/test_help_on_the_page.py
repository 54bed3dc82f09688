"""The page and its JSON show other spellings, pinned pages, and pages in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from search.engines.embedded import embedded_engine
from search.models import BestBet
from tests.search.documents import build, document

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _place(tree: Any, index_dir: Any) -> None:
    build(
        embedded_engine(),
        [
            document(1),
            document(2, title="Rijbewijs kwijt"),
            document(7, language="de", title="Wegesteuer bezahlen", topic="Verkehr"),
        ],
    )


def page(client: Client, query: str) -> BeautifulSoup:
    response = client.get(f"/nl/search/?{query}")

    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def as_json(client: Client, query: str) -> Any:
    return client.get(f"/nl/search/?{query}&format=json").json()


def test_results_are_shown_for_the_correction(client: Client) -> None:
    spelling = page(client, "q=omwiselen").select_one(".spelling")

    assert spelling
    assert [link["href"] for link in spelling.select("a")] == [
        "?q=omwisselen",
        "?q=omwiselen&exact=1",
    ]


def test_as_typed_nothing_else_is_shown(client: Client) -> None:
    found = page(client, "q=omwiselen&exact=1")
    spelling = found.select_one(".spelling")

    assert not found.select(".hit")
    assert spelling
    assert [link["href"] for link in spelling.select("a")] == ["?q=omwisselen"]


def test_a_correction_is_offered(client: Client) -> None:
    spelling = page(client, "q=rijbewijs+omwiselen").select_one(".spelling")

    assert spelling
    assert [link["href"] for link in spelling.select("a")] == ["?q=rijbewijs+omwisselen"]


def test_pages_in_another_language_are_marked(client: Client) -> None:
    found = page(client, "q=wegesteuer").select_one("section[aria-labelledby=other-languages]")

    assert found
    link = found.select_one(".hit h3 a")
    assert link
    assert (link["lang"], link.get_text()) == ("de", "Wegesteuer bezahlen")
    assert "Duits" in found.get_text()


def test_json_has_the_same(client: Client) -> None:
    assert as_json(client, "q=omwiselen")["showing_results_for"] == "omwisselen"
    assert as_json(client, "q=rijbewijs+omwiselen")["did_you_mean"] == "rijbewijs omwisselen"
    assert [each["lang"] for each in as_json(client, "q=wegesteuer")["other_languages"]] == ["de"]
    assert as_json(client, "q=rijbewijs")["pinned"] == []


def test_a_pinned_page_is_shown_as_recommended(client: Client, move_page: Any) -> None:
    BestBet.objects.create(language="nl", query="rijbewijs", page=move_page, reason="Druk.")
    key = str(move_page.translation_key)
    build(embedded_engine(), [document(1), document(2, id=key, title="Verhuizing")])

    best = page(client, "q=rijbewijzen").select(".hit--best")

    assert [each.h3.get_text(strip=True) for each in best if each.h3] == ["Verhuizing"]
    assert "Aanbevolen" in best[0].get_text()
