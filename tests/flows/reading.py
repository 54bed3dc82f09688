"""What citizens read and find in a browser, and what crawlers are told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
GATEWAY_TAGS = "meta[name=sdg-tag], meta[name^='DC.'], meta[name=policy-code]"


def fee(reader: Page, label: str) -> Locator:
    """The row of a fee in the table of what the service costs."""
    return reader.get_by_role("row").filter(
        has=reader.get_by_role("rowheader", name=label, exact=True)
    )


def expect_fee(reader: Page, label: str, amount: str) -> None:
    expect(fee(reader, label).get_by_role("cell")).to_have_text(amount)


def stale_notice(reader: Page, heading: str) -> Locator:
    return reader.get_by_role("heading", name=heading, exact=True)


def search(reader: Page, language: str, word: str) -> Locator:
    """Search from the front page; the links to what was found."""
    reader.goto(f"/{language}/")
    reader.locator("#search").fill(word)
    reader.locator("#search").press("Enter")
    expect(reader.locator("#results")).to_be_visible()
    return reader.locator(".hit h3").get_by_role("link")


def gateway_tags(reader: Page) -> list[list[str]]:
    """The tags of the Single Digital Gateway, in their order."""
    return reader.locator(GATEWAY_TAGS).evaluate_all("all => all.map(e => [e.name, e.content])")


def changed_at(reader: Page, language: str, address: str) -> datetime:
    """When the page changed, by the sitemap."""
    files = [loc for loc in _locations(reader, "/sitemap.xml") if f"-{language}-" in loc]
    dates = {loc: day for file in files for loc, day in _locations(reader, file).items()}
    return datetime.fromisoformat(dates[address])


def _locations(reader: Page, address: str) -> dict[str, str]:
    answer = reader.request.get(address)
    root = ET.fromstring(answer.text())  # noqa: S314  # Our own.
    return {
        each.findtext(f"{SITEMAP}loc", ""): each.findtext(f"{SITEMAP}lastmod", "") for each in root
    }
