"""What is wrong with a page is found, and said of which width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.barriers import violations_at_all_widths

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = """<!doctype html><html lang="en"><title>Page</title>
<style>body {margin: 0} @media (min-width: 600px) {.narrow {display: none}}</style>
<main><h1>Page</h1><img id="one" src="data:,"><img id="two" class="narrow" src="data:,">
<p style="width: 380px">Text</p></main>"""


def test_each_width_is_looked_at(page: Page) -> None:
    page.set_content(PAGE)

    found = violations_at_all_widths(page)

    assert found == [
        "wide: image-alt: [['#one']]",
        "narrow: image-alt: [['#one'], ['#two']]",
        "narrow: 380 pixels wide",
        "narrowest: 380 pixels wide",
    ]
