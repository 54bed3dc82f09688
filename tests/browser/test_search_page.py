"""What browsers, keyboards and small screens make of the filters and the order of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import WIDTHS, violations, violations_at_all_widths
from tests.browser.recording import RESULTS
from tests.browser.test_pages import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site

pytestmark = pytest.mark.django_db  # Else no database is made, and the site cannot be recorded.


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("name", RESULTS)
def test_page_has_no_barrier_and_fits_every_screen(page: Page, site: Site, name: str) -> None:
    page.goto(site.address(name))

    assert violations_at_all_widths(page) == []


def test_results_of_a_site_whose_server_is_away_say_so(page: Page, site: Site) -> None:
    page.goto(site.address("degraded-en"))

    assert "newest pages may be missing" in page.locator(".search-head").inner_text()
    assert page.locator(".hit h3 a").count() > 0


def test_all_filters_open_have_no_barrier_on_a_small_screen(page: Page, site: Site) -> None:
    page.set_viewport_size(WIDTHS["narrow"])
    page.goto(site.address("offered-nl"))
    page.locator(".facets > summary").click()
    page.locator(".facet__more > summary").click()

    assert page.locator(".facet__more input").last.is_visible()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("pinned-nl", ".hits > .hit--best:first-child"),
        ("did_you_mean-nl", ".spelling a:only-child"),
        ("showing_for-nl", ".spelling a[rel=nofollow]"),
        ("abroad-nl", "section .hit h3 a[lang=de]"),
    ],
)
def test_what_helps_further_is_seen(page: Page, site: Site, name: str, part: str) -> None:
    page.goto(site.address(name))

    expect(page.locator(part).first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_explanation_has_no_barrier_and_fits(page: Page, site: Site, width: str) -> None:
    page.set_viewport_size(WIDTHS[width])
    page.goto(site.address("explained-nl"))
    page.locator(".hit .explanation > summary").first.press("Enter")
    raw = page.locator(".hit .explanation__raw > summary").first
    expect(raw).to_be_visible()
    raw.press("Enter")

    expect(page.locator(".hit .explanation pre").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[width]["width"]


def test_a_place_is_ticked_without_javascript(plain_page: Page, site: Site) -> None:
    plain_page.goto(site.address("offered-nl"))
    plain_page.locator(".facet__more > summary").click()
    plain_page.get_by_label("Utrecht").check()
    plain_page.get_by_role("button", name="Filters toepassen").click()

    assert plain_page.url == site.address("filtered-nl")
    assert plain_page.get_by_label("Utrecht").is_checked()


def test_a_filter_is_removed_without_javascript(plain_page: Page, site: Site) -> None:
    plain_page.goto(site.address("filtered-en"))
    plain_page.get_by_role("link", name="Utrecht").click()

    assert plain_page.url == site.address("offered-en")


def test_a_place_is_typed_and_entered_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.address("offered-nl"))
    page.get_by_label("Uw gemeente of postcode").fill("utrecht")
    page.keyboard.press("Enter")
    page.wait_for_url(site.address("place_typed-nl"))

    assert page.get_by_label("Utrecht").is_checked()
    assert page.locator(".active a").first.is_visible()


def test_results_are_sorted_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.address("offered-en"))
    page.get_by_label("Sort by").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(site.address("sorted-en"))

    assert page.get_by_label("Sort by").input_value() == "title"


def test_filters_are_opened_and_reached_by_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size(WIDTHS["narrow"])
    page.goto(site.address("offered-nl"))
    page.locator(".facets > summary").press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.type") == "checkbox"


def test_where_nothing_is_found_fewer_words_are_a_link(page: Page, site: Site) -> None:
    page.goto(site.address("nothing-nl"))

    link = page.get_by_role("main").get_by_role("link", name="verhuizing", exact=True)
    assert link.get_attribute("href") == "?q=verhuizing&kind=life_event"


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [("place_shared-nl", ".ds-alert", ".toolbar"), ("place_shared-en", ".active", ".ds-alert")],
)
def test_a_notice_keeps_its_distance(
    page: Page, site: Site, name: str, above: str, below: str
) -> None:
    page.goto(site.address(name))

    assert page.evaluate(GAP, [above, below]) >= 16
