"""Editors see why a page stands where it stands, and nobody else's answer differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search import readership
from search.access import ensure_search_editors
from search.counting.spool import spool
from search.engines import EngineFailedError
from search.engines.embedded import EmbeddedEngine
from search.models import BestBet
from tests.search.documents import build, document
from tests.search.hostile import PLANES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

ASKED = "/nl/search/?q=verhuizingen+doorgeven"
EXPLAINED = f"{ASKED}&explain=1"
READER = {"User-Agent": "Mozilla/5.0"}


@pytest.fixture
def editor(client: Client) -> Any:
    user = get_user_model().objects.create_user("iris", "iris@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return user


@pytest.fixture
def bet(engine: EmbeddedEngine, move_page: Any) -> BestBet:
    key = str(move_page.translation_key)
    found = document(1, title="Verhuizing doorgeven")
    build(engine, [document(id=key, title="Adres wijzigen", url="/nl/adres/"), found])
    return BestBet.objects.create(
        language="nl", query="verhuizing doorgeven", page=move_page, reason="Het is druk."
    )


@pytest.fixture
def _readers() -> Iterator[None]:
    class Readers:
        def weights(self, language: str, ids: Any) -> dict[str, float]:
            return {"1": 1.1}

    readership.use(Readers())
    yield
    readership.use(readership.EvenReadership())


def page_of(client: Client, address: str = EXPLAINED) -> Any:
    return BeautifulSoup(client.get(address).content, "html.parser")


def explanation(client: Client, address: str = EXPLAINED) -> dict[str, Any]:
    return client.get(f"{address}&format=json").json()["results"][0]["explanation"]


def pairs(block: Any) -> dict[str, str]:
    terms = block.select("dt")
    return {term.get_text(strip=True): term.find_next("dd").get_text(strip=True) for term in terms}


class TestOthers:
    @pytest.mark.parametrize("form", ["html", "json", "atom"])
    def test_to_a_reader_the_parameter_says_nothing(self, client: Client, form: str) -> None:
        plain = client.get(f"{ASKED}&format={form}")
        asked = client.get(f"{EXPLAINED}&format={form}")

        assert asked.content == plain.content
        assert asked.headers == plain.headers

    def test_a_reader_costs_no_query_and_varies_by_no_cookie(
        self, client: Client, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(10) as asked:
            response = client.get(EXPLAINED)

        assert "Cookie" not in response["Vary"]
        assert not any("session" in query["sql"] for query in asked.captured_queries)

    def test_who_is_signed_in_without_the_admin_sees_nothing(
        self, client: Client, editor: Any
    ) -> None:
        editor.user_permissions.clear()

        assert not page_of(client).select(".explanation")

    @pytest.mark.parametrize("value", ["", "0", "2", "1\x00", "x" * 5000])
    def test_another_value_is_no_wish(self, client: Client, editor: Any, value: str) -> None:
        response = client.get("/nl/search/", {"q": "verhuizing", "explain": value})

        assert b'"ds-details explanation"' not in response.content
        assert "Cache-Control" not in response


@pytest.mark.usefixtures("editor")
class TestEditors:
    @pytest.mark.parametrize("form", ["html", "json"])
    def test_an_explanation_is_private_and_not_kept(self, client: Client, form: str) -> None:
        response = client.get(f"{EXPLAINED}&format={form}")

        assert response["Cache-Control"] == "private, no-store"

    @pytest.mark.parametrize(("address", "is_counted"), [(ASKED, True), (EXPLAINED, False)])
    def test_an_explanation_is_no_search_of_a_reader(
        self, client: Client, settings: Any, tmp_path: Path, address: str, is_counted: bool
    ) -> None:
        settings.VAR_DIR = tmp_path
        spool.renew()

        client.get(address, headers=READER)

        assert (tmp_path / "search-events").exists() == is_counted

    def test_each_result_is_explained_below_it(self, client: Client) -> None:
        page = page_of(client)

        assert len(page.select(".hit .explanation")) == len(page.select(".hit"))

    def test_a_word_is_shown_with_its_fields_and_points(self, client: Client) -> None:
        found = pairs(page_of(client).select_one(".hit .explanation"))

        assert found["verhuizingen"].startswith("Titel: verhuis (+")

    def test_the_question_is_explained_before_the_results(self, client: Client) -> None:
        found = pairs(page_of(client).select_one(".explanation"))

        assert list(found)[:2] == ["verhuizingen", "doorgeven"]

    def test_a_word_that_most_pages_have_is_said_to_be_one(
        self, client: Client, engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("search.query.FEWEST_PAGES_FOR_COMMON", 1)
        build(engine, [document(n, title=f"Verhuizing {n}") for n in range(2)])

        found = pairs(page_of(client, "/nl/search/?q=verhuizing+1&explain=1").select_one("dl"))

        assert found["verhuizing"].startswith("De meeste pagina’s hebben het;")
        assert not found["1"].startswith("De meeste")

    def test_points_and_text_make_the_score(self, client: Client) -> None:
        result = client.get(f"{EXPLAINED}&format=json").json()["results"][0]
        found = result["explanation"]

        points = sum(field["points"] for word in found["words"] for field in word["fields"])
        together = points + sum(found["bonuses"].values()) + found["text"]
        assert together == pytest.approx(result["score"], abs=0.01)
        assert found["engine"]["value"] == pytest.approx(result["score"], abs=0.01)

    @pytest.mark.usefixtures("_readers")
    def test_the_weight_of_readers_is_told(self, client: Client) -> None:
        result = client.get(f"{EXPLAINED}&format=json").json()["results"][0]

        assert result["explanation"]["weight"] == 1.1
        assert result["explanation"]["total"] == pytest.approx(result["score"], abs=0.001)

    def test_by_title_nothing_stands_by_a_score(self, client: Client) -> None:
        assert explanation(client, f"{EXPLAINED}&sort=title")["total"] is None

    def test_a_name_in_another_language_is_a_field(
        self, client: Client, engine: EmbeddedEngine
    ) -> None:
        named = document(1, title="Reisdocument", names_elsewhere=(("en", "Passport"),))
        build(engine, [named, document(1, language="en", title="Passport")])

        found = explanation(client, "/nl/search/?q=passport&explain=1")

        assert [each["field"] for each in found["words"][0]["fields"]] == ["foreign"]

    def test_a_pinned_page_names_its_best_bet(self, client: Client, bet: BestBet) -> None:
        block = page_of(client).select_one(".hit--best .explanation")

        assert "Het is druk." in block.get_text()
        assert not block.select("a")

    def test_a_search_editor_can_change_the_best_bet(
        self, client: Client, bet: BestBet, editor: Any
    ) -> None:
        editor.groups.add(ensure_search_editors())

        link = page_of(client).select_one(".hit--best .explanation a")

        assert link["href"] == reverse("best-bets:edit", args=[bet.pk])

    def test_a_hidden_page_is_named(self, client: Client, bet: BestBet) -> None:
        BestBet.objects.update(action=BestBet.Action.HIDE)

        found = client.get(f"{EXPLAINED}&format=json").json()["explanation"]["hidden"]

        assert found == [{"page": bet.page.title, "reason": "Het is druk."}]

    def test_what_the_engine_cannot_explain_is_explained_by_us(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*args: Any) -> None:
            raise EngineFailedError

        monkeypatch.setattr(EmbeddedEngine, "explain", fail)

        found = explanation(client)
        assert found["engine"] is None
        assert found["bonuses"]

    def test_many_results_cost_as_many_queries_as_one(
        self, client: Client, django_assert_num_queries: Any
    ) -> None:
        client.get(EXPLAINED)
        with CaptureQueriesContext(connection) as one:
            client.get("/nl/search/?q=doorgeven&kind=procedure&explain=1")

        with django_assert_num_queries(len(one)):
            client.get("/nl/search/?q=paspoort&kind=procedure&explain=1")

    @pytest.mark.parametrize("form", ["html", "json", "atom"])
    @pytest.mark.parametrize(
        "query",
        ["", "\x00", '"', '"a b" c', "%s %(page)s verhuizing", "w " * 5000, "x" * 10_240, *PLANES],
    )
    def test_whatever_is_typed_is_explained(self, client: Client, query: str, form: str) -> None:
        parameters = {"q": query, "explain": "1", "format": form}

        assert client.get("/nl/search/", parameters).status_code == 200

    def test_the_next_page_is_explained_too(self, client: Client) -> None:
        links = page_of(client, "/nl/search/?q=paspoort&explain=1").select(".ds-pagination a")

        assert [link["href"] for link in links][-1] == "?q=paspoort&page=2&explain=1"
        assert links[-2]["href"].endswith("&page=4&explain=1")

    def test_what_was_typed_is_escaped(self, client: Client) -> None:
        parameters = {"q": "<script>alert(1)</script> verhuizen", "explain": "1"}

        assert b"<script>alert" not in client.get("/nl/search/", parameters).content
