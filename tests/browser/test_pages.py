"""What browsers, keyboards and small screens make of every type of page in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.barriers import violations, violations_at_all_widths
from tests.browser.recording import FAULTS, LISTS, QUERY
from tests.public.example_site import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Site

pytestmark = pytest.mark.django_db  # Else no database is made, and the site cannot be recorded.

TYPES = (
    "home",
    "procedure",
    "information",
    "assistance",
    "authority",
    "topic",
    "life_event",
    "standard",
    *LISTS,
)
NAMES = [
    *(f"{name}-{language}" for name in TYPES for language in LANGUAGES),
    "untranslated-en",
    "untranslated-de",
    "dutch_only-nl",
    "gone-nl",
    *FAULTS,
]
HAS_FOCUS_STYLE = """() => {
    let element = document.activeElement, marked = false;
    while (element.tagName !== "MAIN" && element.tagName !== "BODY" && !marked) {
        const style = getComputedStyle(element);
        marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
        element = element.parentElement;
    }
    return marked;
}"""
ALL_STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter(e => e.checkVisibility()).length"""


GAP = """([above, below]) => document.querySelector(below).getBoundingClientRect().top
    - document.querySelector(above).getBoundingClientRect().bottom"""


@pytest.mark.parametrize("name", NAMES)
def test_page_has_no_barrier_and_fits_every_screen(page: Page, site: Site, name: str) -> None:
    page.goto(site.address(name))

    assert violations_at_all_widths(page) == []


@pytest.mark.parametrize("name", NAMES)
def test_page_loads_nothing_from_elsewhere_and_obeys_the_policy(
    page: Page, site: Site, name: str
) -> None:
    foreign: list[str] = []
    complaints: list[tuple[str, str]] = []
    page.on("request", lambda request: foreign.append(request.url))
    page.on("console", lambda said: complaints.append((said.location["url"], said.text)))

    page.goto(site.address(name))

    # That a page for an error has the status of an error is all that the browser may say.
    own = f"{site.address(name)} Failed to load resource"
    assert {url for url in foreign if not url.startswith(site.origin)} == set()
    assert [each for each in complaints if not " ".join(each).startswith(own)] == []


@pytest.mark.parametrize("name", ["home-nl", "procedure-en", "search-de", "missing-nl"])
def test_skip_link_is_the_first_stop_and_leads_to_the_content(
    page: Page, site: Site, name: str
) -> None:
    page.goto(site.address(name))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def stops(page: Page) -> list[bool]:
    """Whether each stop of the tab key shows that it has the focus, until it leaves the page."""
    found: list[bool] = []
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body") and len(found) < 500:
        found.append(page.evaluate(HAS_FOCUS_STYLE))
        page.keyboard.press("Tab")
    return found


@pytest.mark.parametrize("name", ["home-nl", "procedure-en", "search-nl", "a_to_z-de"])
def test_everything_is_reached_by_keyboard_and_shows_its_focus(
    page: Page, site: Site, name: str
) -> None:
    page.goto(site.address(name))
    expected = page.evaluate(ALL_STOPS)

    reached = stops(page)

    assert len(reached) == expected
    assert all(reached)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_works_without_javascript(browser: Browser, site: Site, language: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address(f"home-{language}"))
        page.locator("#search").fill(QUERY)
        page.locator("#search").press("Enter")

        assert page.url == site.address(f"search-{language}")
        assert page.locator(".hit h3 a").count() >= 1


def test_found_page_opens(page: Page, site: Site) -> None:
    page.goto(site.address("search-nl"))
    page.locator(".hit h3 a").first.click()

    assert page.url == site.address("procedure-nl")


def test_contents_list_leads_to_each_section(page: Page, site: Site) -> None:
    page.goto(site.address("procedure-nl"))
    targets = page.evaluate(
        "[...document.querySelectorAll('.toc a')]"
        ".map(a => document.getElementById(a.hash.slice(1))?.tagName)"
    )

    assert len(targets) > 8
    assert set(targets) == {"H2"}


@pytest.mark.parametrize(
    ("name", "above", "below", "least"),
    [
        ("missing-nl", ".site-bar", "h1", 32),
        ("untranslated-de", ".ds-alert > p", ".ds-alert > p + p", 8),
        ("procedure-en", ".lead", ".ds-alert", 16),
        ("procedure-en", ".ds-alert > h2", ".ds-alert > p", 8),
    ],
)
def test_what_stands_below_keeps_its_distance(
    page: Page, site: Site, name: str, above: str, below: str, least: int
) -> None:
    page.goto(site.address(name))

    assert page.evaluate(GAP, [above, below]) >= least


def test_language_switcher_stays_on_the_page(page: Page, site: Site) -> None:
    page.goto(site.address("procedure-nl"))
    page.locator(".lang a[lang=de]").click()

    assert page.url == site.address("procedure-de")
    assert page.locator("html").get_attribute("lang") == "de"


def test_language_switcher_says_what_is_not_translated(page: Page, site: Site) -> None:
    page.goto(site.address("dutch_only-nl"))
    page.locator(".lang a[lang=de]").click()

    assert page.url == site.address("untranslated-de")
    assert page.locator("h1").get_attribute("lang") == "nl"


@pytest.mark.parametrize("name", ["home-nl", "procedure-nl", "search-nl"])
def test_forced_colours_keep_borders_and_marks(browser: Browser, site: Site, name: str) -> None:
    with browser.new_context(forced_colors="active") as context:
        page = context.new_page()
        page.goto(site.address(name))
        current = page.locator(".lang a[aria-current]")
        border = current.evaluate("e => getComputedStyle(e).borderBottomStyle")
        outline = current.evaluate("e => getComputedStyle(e).outlineStyle")

        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert {border, outline} != {"none"}
        assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_service_has_enough_contrast_in_every_scheme(
    browser: Browser, site: Site, scheme: Any
) -> None:
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(site.address("procedure-en"))

        assert violations(page) == []
