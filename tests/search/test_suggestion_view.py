"""Programs ask for suggestions below each language's prefix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from search.models import ReleasedQuery

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("index")
class TestSuggestions:
    def test_pages_have_their_address_kind_and_language(self, client: Client) -> None:
        answer = client.get("/nl/suggest/", {"q": " Verhuizing  d"}).json()

        assert answer == {
            "query": "Verhuizing d",
            "suggestions": [
                {
                    "text": "Verhuizing doorgeven",
                    "url": "/nl/gemeente/1/",
                    "kind": "procedure",
                    "lang": "nl",
                }
            ],
        }

    def test_a_released_question_leads_to_its_results(self, client: Client) -> None:
        ReleasedQuery.objects.create(language="nl", text="boete & bon")

        (found,) = client.get("/nl/suggest/?q=boe").json()["suggestions"]

        assert found["url"] == "/nl/search/?q=boete+%26+bon"
        assert found["kind"] == "query"

    def test_each_language_suggests_its_own(self, client: Client) -> None:
        answer = client.get("/en/suggest/?q=rep").json()

        assert [each["lang"] for each in answer["suggestions"]] == ["en"]
        assert client.get("/de/suggest/?q=rep").json()["suggestions"] == []

    def test_it_may_be_kept_by_everybody_for_some_minutes(self, client: Client) -> None:
        response = client.get("/nl/suggest/?q=ver")

        assert response["Cache-Control"] == "public, max-age=300"
        assert response["Content-Type"] == "application/json"
        assert not response.cookies
        assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding"

    def test_the_database_is_seldom_asked(
        self, client: Client, django_assert_num_queries: Any
    ) -> None:
        client.get("/nl/suggest/?q=ver")

        with django_assert_num_queries(0):
            client.get("/nl/suggest/?q=pas")

    @pytest.mark.parametrize("text", ["", "v", "\x00", "<script>", "x" * 5000, "\U000e0001ver"])
    def test_whatever_is_typed_is_answered(self, client: Client, text: str) -> None:
        response = client.get("/nl/suggest/", {"q": text})

        assert response.status_code == 200
        assert b"\x00" not in response.content

    def test_nothing_can_be_sent(self, client: Client) -> None:
        assert client.post("/nl/suggest/").status_code == 405


def test_without_an_index_this_is_said_and_not_kept(client: Client) -> None:
    response = client.get("/nl/suggest/?q=ver")

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert response.json() == {"error": "unavailable"}
    assert "Cache-Control" not in response
