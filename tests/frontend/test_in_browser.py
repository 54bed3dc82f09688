"""What a browser and its reader make of the gallery of components."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.barriers import violations, violations_at_all_widths
from tests.frontend.gallery import LANGUAGES, PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ADDRESSES = [*(f"{page}-{lang}" for page in PAGES for lang in LANGUAGES), "404", "500"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_has_no_barrier_and_fits_every_screen(
    page: Page, gallery_address: str, address: str
) -> None:
    page.goto(f"{gallery_address}/{address}.html")

    assert violations_at_all_widths(page) == []

    page.emulate_media(color_scheme="dark")

    assert violations(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_obeys_the_strict_policy(page: Page, gallery_address: str, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{gallery_address}/{address}.html")

    assert complaints == []


def test_skip_link_is_the_first_stop_and_leads_to_the_content(
    page: Page, gallery_address: str
) -> None:
    page.goto(f"{gallery_address}/service-nl.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_filters_stand_open_on_wide_screens(page: Page, gallery_address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{gallery_address}/results-nl.html")

    assert page.locator(".facet input").first.is_visible()


def test_filters_open_on_demand_on_small_screens(page: Page, gallery_address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{gallery_address}/results-nl.html")
    hidden = not page.locator(".facet input").first.is_visible()
    page.locator(".facets > summary").click()

    assert hidden
    assert page.locator(".facet input").first.is_visible()


def test_targets_are_large_enough_for_a_finger(page: Page, gallery_address: str) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{gallery_address}/results-nl.html")
    heights = page.evaluate(
        "[...document.querySelectorAll('nav a, button, .facet label, .active a')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.width > 1 && r.height > 0)"
        ".map(r => r.height)"
    )

    assert min(heights) >= 24


@pytest.fixture
def suggesting(page: Page, gallery_address: str) -> Page:
    page.goto(f"{gallery_address}/results-nl.html")
    page.locator("#search").fill("verh")
    page.locator("#search-list [role=option]").first.wait_for()
    return page


def test_suggestions_are_counted_aloud(suggesting: Page) -> None:
    status = suggesting.locator("form[data-suggest] [role=status]")

    assert status.inner_text().startswith("2 ")


def test_arrow_key_fills_in_a_suggestion(suggesting: Page) -> None:
    suggesting.keyboard.press("ArrowDown")

    assert suggesting.locator("#search").input_value() == "Verhuizing doorgeven"


def test_escape_restores_what_was_typed(suggesting: Page) -> None:
    suggesting.keyboard.press("ArrowDown")
    suggesting.keyboard.press("Escape")

    assert suggesting.locator("#search").input_value() == "verh"
    assert suggesting.locator("#search").get_attribute("aria-expanded") == "false"


def test_enter_follows_the_chosen_suggestion(suggesting: Page) -> None:
    suggesting.keyboard.press("ArrowUp")
    suggesting.keyboard.press("Enter")
    suggesting.wait_for_url("**/service-nl.html")

    assert suggesting.title().startswith("Verhuizing doorgeven")


def test_open_suggestions_have_no_barrier_that_axe_finds(suggesting: Page) -> None:
    suggesting.keyboard.press("ArrowDown")

    assert violations(suggesting) == []
