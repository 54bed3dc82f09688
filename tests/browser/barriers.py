"""Which barriers does axe find on a page? No rule is off, and no element is left out.

A page is loaded once and looked at in every width: no script asks how wide the screen is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS: dict[str, Any] = {
    "wide": {"width": 1280, "height": 900},
    "narrow": {"width": 375, "height": 800},
}
NARROWEST: Any = {"width": 320, "height": 640}

# What passes is not asked for: to name its elements takes axe most of its time.
RUN = """rules => axe.run({runOnly: rules, resultTypes: ["violations"]})
    .then(found => found.violations)"""


def violations(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(RUN, RULES)
    return [f"{fault['id']}: {[node['target'] for node in fault['nodes']]}" for fault in found]


def violations_at_all_widths(page: Page) -> list[str]:
    """Return what axe finds at each width, and at which the page has to be moved sideways."""
    found = []
    for name, size in WIDTHS.items():
        page.set_viewport_size(size)
        found += [f"{name}: {each}" for each in (*violations(page), *_too_wide(page))]
    page.set_viewport_size(NARROWEST)
    return [*found, *(f"narrowest: {each}" for each in _too_wide(page))]


def _too_wide(page: Page) -> list[str]:
    width, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"{width} pixels wide"] if width > screen else []
