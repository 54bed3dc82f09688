"""Does a service page hold when it is read from right to left, or printed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import factories
from tests.browser.barriers import WIDTHS, violations

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Page
    from pytest_django.fixtures import Settings

    from tests.browser.conftest import Site

pytestmark = pytest.mark.django_db

LANGUAGES = [("nl", "Nederlands"), ("ar", "العربيّة")]
SHOWN = "selector => document.querySelector(selector).checkVisibility()"


@pytest.fixture
def arabic(site: Site, settings: Settings, client: Client) -> str:
    """A service page in a language that is written from right to left, its styles included."""
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    tree = factories.site_tree(("nl", "ar"))
    authority = factories.authority_page(tree.home)
    factories.translation(authority, "ar")
    page: Any = factories.translation(factories.service(authority), "ar", title="الإبلاغ عن انتقال")
    html = client.get(page.url).content.decode()
    return html.replace("/static/", f"{site.origin}/static/")


@pytest.mark.parametrize("width", WIDTHS)
def test_page_from_right_to_left_has_no_barrier_that_axe_finds(
    page: Page, arabic: str, width: str
) -> None:
    page.set_viewport_size(WIDTHS[width])
    page.set_content(arabic)

    assert violations(page) == []


def test_page_from_right_to_left_fits_the_screen(page: Page, arabic: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(arabic)

    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("selector", [".mainnav", ".lang", ".toc"])
def test_print_leaves_out_what_paper_cannot_follow(page: Page, site: Site, selector: str) -> None:
    page.goto(site.address("procedure-nl"))
    page.emulate_media(media="print")

    assert not page.evaluate(SHOWN, selector)
    assert page.evaluate(SHOWN, "h1")
