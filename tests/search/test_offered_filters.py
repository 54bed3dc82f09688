"""Which filters are offered where there is nothing to choose from, or very much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from search.operations import rebuild_index
from tests import factories
from tests.search.result_pages import page_of

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


def test_where_everything_holds_everywhere_no_place_is_asked(
    authority: Any, client: Client
) -> None:
    factories.service(authority)
    rebuild_index(["nl"])

    page = page_of(client, "?q=verhuizen")

    assert not page.select("[name=place], [name=area]")


def test_long_lists_have_a_disclosure(tree: factories.SiteTree, client: Client) -> None:
    authority = factories.authority_page(tree.home)
    topics = [factories.topic_page(tree.home, f"Onderwerp {n}") for n in range(14)]
    factories.service(authority, topics=topics)
    rebuild_index(["nl"])

    page = page_of(client, f"?q=adres&topic={topics[9].translation_key}")

    assert len(page.select(".facet input[name=topic]")) == 14
    assert len(page.select(".facet__more input[name=topic]")) == 3
