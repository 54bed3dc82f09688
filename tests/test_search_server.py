"""The real Elasticsearch that tests are lent is the one that the site is made for."""

from __future__ import annotations

import pytest

from tests.search_server import ask, indices, own_prefix

pytestmark = pytest.mark.elasticsearch


def test_server_is_of_the_version_that_the_site_is_made_for(search_url: str) -> None:
    assert ask(search_url, "/")["version"]["number"].startswith("8.19.")


def test_two_tests_never_share_an_index(search_url: str, index_prefix: str) -> None:
    with own_prefix(search_url) as other:
        ask(search_url, f"/{other}nl", method="PUT")

        assert indices(search_url, index_prefix) == []


def test_indices_of_a_test_go_with_it(search_url: str) -> None:
    with own_prefix(search_url) as prefix:
        ask(search_url, f"/{prefix}nl", method="PUT")
        ask(search_url, f"/{prefix}en", method="PUT")

    assert indices(search_url, prefix) == []


def test_words_are_analysed_and_found(search_url: str, index_prefix: str) -> None:
    settings = {"mappings": {"properties": {"terms": {"type": "text", "analyzer": "whitespace"}}}}
    ask(search_url, f"/{index_prefix}nl", method="PUT", body=settings)

    ask(
        search_url,
        f"/{index_prefix}nl/_doc/1?refresh=true",
        method="PUT",
        body={"terms": "verhuizing verhuis"},
    )

    found = ask(search_url, f"/{index_prefix}nl/_search?q=terms:verhuis")
    assert found["hits"]["total"]["value"] == 1
