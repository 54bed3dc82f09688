"""What editors, translators and reviewers do in the admin, as steps in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.urls import reverse
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, ViewportSize

WIDE: ViewportSize = {"width": 1600, "height": 1000}


def desk_of(open_browser: Callable[..., Page], name: str) -> Page:
    """A browser of their own, in which somebody has signed in."""
    desk = open_browser(viewport=WIDE)
    desk.goto(reverse("wagtailadmin_login"))
    desk.get_by_label("Username").fill(name)
    desk.get_by_label("Password").fill("password")
    desk.get_by_role("button", name="Sign in").click()
    desk.wait_for_url("**" + reverse("wagtailadmin_home"))
    return desk


def open_form(desk: Page, service_id: int) -> None:
    desk.goto(reverse("wagtailadmin_pages:edit", args=[service_id]))


def change_fee(desk: Page, place: int, amount: str) -> None:
    desk.locator(f"#id_fees-{place}-amount").fill(amount)


def add_fee(desk: Page, place: int, label: str, amount: str) -> None:
    desk.get_by_role("button", name="Add fee").click()
    desk.locator(f"#id_fees-{place}-label").fill(label)
    change_fee(desk, place, amount)


def rewrite(desk: Page, field: str, text: str) -> None:
    """Write a rich text anew, and wait until the form has it too."""
    area = desk.locator(f"[data-contentpath={field}] [contenteditable=true]")
    area.click()
    area.press("Control+a")
    area.press_sequentially(text)
    expect(desk.locator(f"#id_{field}")).to_have_value(re.compile(re.escape(text)))


def publish(desk: Page) -> None:
    actions = desk.locator("[data-w-dropdown-target=toggle]:near(button:has-text('Save draft'))")
    actions.last.click()
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.get_by_role("status")).to_contain_text("published")


def open_translation(desk: Page, title: str, language: str) -> None:
    """Open the editor of a translation from the list of translations."""
    desk.goto(reverse("wagtail_localize:translations_report"))
    row = desk.get_by_role("row").filter(has=desk.get_by_role("cell", name=language, exact=True))
    row.get_by_role("link", name=title, exact=True).click()


def outstanding(desk: Page) -> Locator:
    """The texts that have no translation yet, as the editor marks them."""
    return desk.locator(".js-translation-editor li.incomplete")


def translate(desk: Page, source: str, words: str) -> None:
    """Translate one text, and wait until it is saved."""
    text = desk.locator(".js-translation-editor li li").filter(
        has=desk.get_by_text(source, exact=True)
    )
    text.get_by_role("button", name="Translate").click()
    text.get_by_role("textbox").fill(words)
    text.get_by_role("button", name="Save").click()
    expect(text).to_have_class("complete")
    expect(text.get_by_role("button", name="Edit")).to_be_visible()


def hand_in(desk: Page) -> None:
    desk.get_by_role("button", name="Hand in").click()
    expect(desk.get_by_text("Handed in. Another translator can review it now.")).to_be_visible()


def approve(desk: Page) -> None:
    desk.get_by_role("button", name="Approve").click()
    expect(desk.get_by_text("Approved: this version is live now.")).to_be_visible()
