"""Programs get the results as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("index")
class TestJson:
    def test_the_same_as_json(self, client: Client) -> None:
        found = client.get("/nl/search/?q=doorgeven&format=json").json()

        score = found["results"][0].pop("score")
        assert found == {
            "query": "doorgeven",
            "language": "nl",
            "total": 1,
            "page": 1,
            "degraded": False,
            "results": [
                {
                    "title": "Verhuizing doorgeven",
                    "url": "/nl/gemeente/1/",
                    "snippet": "Geef uw verhuizing door.",
                    "kind": "procedure",
                }
            ],
            "pinned": [],
            "did_you_mean": None,
            "showing_results_for": None,
            "other_languages": [],
            "facets": {
                "kind": {"procedure": 1},
                "audience": {"citizens": 1},
                "topic": {},
                "authority": {},
                "area": {},
            },
            "labels": {"topic": {}, "authority": {}, "area": {}},
            "sort": "relevance",
            "total_is_exact": True,
            "place": None,
        }
        assert score > 0

    @pytest.mark.parametrize(
        ("accept", "address", "content_type"),
        [
            ("application/json", "?q=x", "application/json"),
            ("text/html,application/json;q=0.9", "?q=x", "text/html; charset=utf-8"),
            ("text/html", "?q=x&format=json", "application/json"),
            ("application/json", "?q=x&format=html", "text/html; charset=utf-8"),
            ("*/*", "?q=x", "text/html; charset=utf-8"),
            ("image/png", "?q=x", "text/html; charset=utf-8"),
            ("nonsense", "?q=x", "text/html; charset=utf-8"),
        ],
    )
    def test_who_asks_for_json_gets_it(
        self, client: Client, accept: str, address: str, content_type: str
    ) -> None:
        response = client.get(f"/nl/search/{address}", headers={"accept": accept})

        assert response["Content-Type"] == content_type
        assert "Accept" in response["Vary"].split(", ")

    def test_without_words_nothing_is_found(self, client: Client) -> None:
        found = client.get("/nl/search/?format=json").json()

        assert (found["total"], found["results"]) == (0, [])
        assert not any(found["facets"].values())
