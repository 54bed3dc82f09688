"""Which barriers does axe find on a page? No rule is off, and no element is left out."""

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


# What passes is not asked for: to name its elements takes axe most of its time.
RUN = """rules => axe.run({runOnly: rules, resultTypes: ["violations"]})
    .then(found => found.violations)"""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(RUN, RULES)
    return [f"{fault['id']}: {[node['target'] for node in fault['nodes']]}" for fault in found]
