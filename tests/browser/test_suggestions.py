"""Suggestions while one types, for whoever sees, hears or touches them, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import violations, violations_at_all_widths
from tests.browser.recording import TYPED
from tests.public.example_site import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site

pytestmark = pytest.mark.django_db  # Else no database is made, and the site cannot be recorded.

FIELDS = {"home": "#search", "procedure": "#search-bar", "search": "#search"}
COUNTS = {
    "nl": "8 suggesties. Druk op de pijl omlaag.",
    "en": "8 suggestions. Press the down arrow.",
    "de": "8 Vorschläge. Drücken Sie die Pfeiltaste nach unten.",
}
OPTION = "[role=option]"


def type_into(page: Page, site: Site, name: str, text: str = TYPED) -> Any:
    """Type into the search form of a page, and wait for the suggestions and for their fonts.

    A font that comes between the press and the release of a button moves what is clicked.
    """
    page.goto(site.address(name))
    field = page.locator(FIELDS[name.partition("-")[0]])
    field.fill(text)
    page.locator(OPTION).first.wait_for()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    return field


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIELDS)
def test_suggestions_have_no_barrier_and_fit_every_screen(
    page: Page, site: Site, name: str, language: str
) -> None:
    type_into(page, site, f"{name}-{language}").press("ArrowDown")

    assert violations_at_all_widths(page) == []
    assert page.locator(OPTION).last.is_visible()
    assert page.locator(OPTION).last.bounding_box()["height"] >= 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_their_number_is_said_in_the_readers_language(
    page: Page, site: Site, language: str
) -> None:
    type_into(page, site, f"home-{language}")

    expect(page.locator("form [role=status]")).to_have_text(COUNTS[language])


def test_arrows_go_round_the_list_and_say_where_they_are(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    field.press("ArrowDown")
    first = page.locator("#search-list-0")

    expect(field).to_have_attribute("aria-activedescendant", "search-list-0")
    expect(first).to_have_attribute("aria-selected", "true")
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", "search-list-0")
    expect(field).to_have_value(TYPED)
    field.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", "search-list-7")


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_moving_the_cursor_leaves_the_list_and_keeps_the_text(
    page: Page, site: Site, key: str
) -> None:
    field = type_into(page, site, "home-nl")
    field.press("ArrowDown")
    chosen = field.input_value()
    field.press(key)

    expect(field).to_have_value(chosen)
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert field.get_attribute("aria-activedescendant") is None


def test_escape_closes_the_list_and_arrow_down_opens_it_again(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    field.press("ArrowDown")
    field.press("Escape")

    expect(field).to_have_value(TYPED)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#search-list")).to_be_hidden()
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")


def test_tab_closes_the_list_and_goes_on(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    field.press("Tab")

    expect(page.locator("#search-list")).to_be_hidden()
    expect(page.locator("form[role=search] button")).to_be_focused()


def test_enter_on_a_suggestion_opens_its_page(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    field.press("ArrowDown")
    with page.expect_request(lambda request: request.is_navigation_request()) as asked:
        field.press("Enter")

    assert "/search/" not in asked.value.url


def test_a_click_on_a_question_shows_its_results(page: Page, site: Site) -> None:
    type_into(page, site, "home-nl")
    with page.expect_request(lambda request: request.is_navigation_request()) as asked:
        page.locator(OPTION, has_text="vergunning kwijt").click()

    assert asked.value.url.endswith("/nl/search/?q=vergunning+kwijt")


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    with page.expect_request(lambda request: request.is_navigation_request()) as asked:
        field.press("Enter")

    assert asked.value.url.endswith(f"/nl/search/?q={TYPED}")


def test_what_fails_is_not_spoken_of(page: Page, site: Site) -> None:
    page.goto(site.address("home-nl"))
    with page.expect_response("**/nl/suggest/?q=onbekend") as asked:
        page.locator("#search").fill("onbekend")

    assert asked.value.status == 404
    expect(page.locator("#search-list")).to_be_hidden()
    expect(page.locator("form [role=status]")).to_have_text("")


def test_a_single_letter_asks_for_nothing(page: Page, site: Site) -> None:
    field = type_into(page, site, "home-nl")
    field.fill("v")

    expect(page.locator("#search-list")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")


def test_only_the_last_of_quick_letters_is_asked_for(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(site.address("home-nl"))
    page.locator("#search").press_sequentially(TYPED, delay=5)
    page.locator(OPTION).first.wait_for()

    assert [each for each in asked if each.startswith("?q=")] == [f"?q={TYPED}"]


def test_words_of_another_language_are_marked(page: Page, site: Site) -> None:
    found = {"text": "Moving", "url": "/", "kind": "topic", "lang": "en"}
    page.route("**/nl/suggest/*", lambda route: route.fulfill(json={"suggestions": [found]}))
    type_into(page, site, "home-nl", "mo")

    expect(page.locator(f"{OPTION} [lang=en][dir=auto]")).to_have_text("Moving")
    expect(page.locator(f"{OPTION} small")).to_have_text("Onderwerp")
    expect(page.locator("form [role=status]")).to_have_text("1 suggestie. Druk op de pijl omlaag.")


def test_forced_colours_show_where_one_is(browser: Browser, site: Site) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        type_into(page, site, "home-nl").press("ArrowDown")
        chosen = page.locator("[aria-selected=true]")
        outline = chosen.evaluate("e => getComputedStyle(e).outline")

        assert "solid" in outline
        assert "rgba(0, 0, 0, 0)" not in outline
        assert violations(page) == []


def test_without_javascript_the_form_is_an_ordinary_one(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address("home-nl"))

        assert page.locator("#search").get_attribute("role") is None
        assert page.locator("[role=listbox]").count() == 0
