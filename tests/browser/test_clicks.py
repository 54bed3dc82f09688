"""Is it said which result was chosen, once each, and nothing about the reader?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request, Route

    from tests.browser.conftest import Site

pytestmark = pytest.mark.django_db

FIRST = ".hits > li:nth-child(1) h3 a"
SECOND = ".hits > li:nth-child(2) h3 a"


@pytest.fixture
def sent(page: Page) -> list[Request]:
    """What a browser says of choices; links lead nowhere, so that it stays where it is."""
    heard: list[Request] = []

    def hear(route: Route) -> None:
        heard.append(route.request)
        route.fulfill(status=204)

    page.route("**/search/click/", hear)
    page.add_init_script("addEventListener('click', event => event.preventDefault())")
    return heard


def test_position_and_page_of_the_chosen_result_are_sent(
    page: Page, site: Site, sent: list[Request]
) -> None:
    page.goto(site.address("search-nl"))
    with page.expect_request("**/search/click/") as asked:
        page.click(SECOND)

    fields = parse_qs(asked.value.post_data or "")
    assert (fields["q"], fields["position"]) == (["verhuizing"], ["2"])
    assert fields["page"] == [page.get_attribute(".hits > li:nth-child(2)", "data-page")]


def test_it_is_sent_to_the_site_itself_without_a_cookie(
    page: Page, site: Site, sent: list[Request]
) -> None:
    page.goto(site.address("search-nl"))
    with page.expect_request("**/search/click/") as asked:
        page.click(FIRST)

    assert urlsplit(asked.value.url).path == "/nl/search/click/"
    assert asked.value.url.startswith(site.origin)
    assert "cookie" not in asked.value.all_headers()
    assert page.context.cookies() == []


def test_each_result_is_sent_once(page: Page, site: Site, sent: list[Request]) -> None:
    page.goto(site.address("search-nl"))
    page.click(FIRST)
    page.click(FIRST)
    with page.expect_request(lambda request: "position=2" in (request.post_data or "")):
        page.click(SECOND)

    assert len(sent) == 2


def test_a_page_of_results_works_without_scripts(site: Site, browser: object) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site.address("search-nl"))

    assert page.locator(FIRST).get_attribute("href")
    page.context.close()
