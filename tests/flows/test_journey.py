"""One change on its way from the editor's form to the readers of three languages, and to the EU."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.flows import desks, reading

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from playwright.sync_api import Page

    from tests.flows.example_service import Example

pytestmark = pytest.mark.django_db(transaction=True)

REDRESS = "Maak binnen zes weken bezwaar bij de bezwaarcommissie."
REDRESS_EN = "Object to the appeals committee within six weeks."
CHILDREN = "Kinderen tot twaalf jaar"
CHILDREN_EN = "Children up to twelve years"
NOTICE_EN = "This translation is being updated"
NOTICE_DE = "Diese Übersetzung wird aktualisiert"
TITLES = {"nl": "Verhuizing doorgeven", "en": "Report a move", "de": "Umzug melden"}
ADULTS = {"nl": "Volwassenen", "en": "Adults", "de": "Erwachsene"}
AMOUNTS = {"nl": "€ 1.234,50", "en": "€1,234.50", "de": "1.234,50 €"}
NEW_EN = ("committees", "child")
INFLECTED = {
    "nl": ("bezwaarcommissies", "kind", "verhuizingen"),
    "en": (*NEW_EN, "moves"),
    "de": ("Umzüge", "Anschriften"),
}
TAGS = [
    ["sdg-tag", "sdg"],
    ["DC.ISO3166", "NL"],
    ["DC.Location", "NL341;GM0363"],
    ["DC.Service", "procedure"],
    ["policy-code", "D1;V1"],
    [
        "DC.Policy",
        "moving temporarily or permanently to another Member State;Registering a change of address",
    ],
]


def test_a_change_reaches_the_readers_of_all_languages(
    reader: Page,
    example: Example,
    desk_of: Callable[[str], Page],
    run_queue: Callable[[], None],
) -> None:
    before = sitemap_dates(reader, example)

    editor_publishes_an_amount_a_row_and_a_sentence(desk_of(example.editor), example)
    new_amount_stands_in_every_language_at_once(reader, example)
    new_row_stands_in_dutch_on_the_other_pages(reader, example)
    other_languages_say_that_they_lag(reader, example)
    published = sitemap_dates(reader, example)

    translator = desk_of(example.translator)
    translator_brings_the_english_page_up_to_date(translator)
    translator_does_not_approve_own_words(translator)
    english_page_waits_for_the_approval(reader, example)
    run_queue()
    search_does_not_know_what_waits(reader)
    reviewer_approves(desk_of(example.reviewer))
    english_page_has_the_new_words_and_lags_no_more(reader, example)

    run_queue()
    search_finds_it_by_inflected_words(reader, example)
    tags_are_right_in_every_language(reader, example)
    crawler_of_the_gateway_has_no_complaint()
    approved = sitemap_dates(reader, example)
    assert moved(before, published) == {"nl", "en", "de"}  # Facts are the same for all.
    assert moved(published, approved) == {"en"}


def editor_publishes_an_amount_a_row_and_a_sentence(desk: Page, example: Example) -> None:
    desks.open_form(desk, example.pages["nl"].pk)
    desks.change_fee(desk, 0, "1234.50")
    desks.add_fee(desk, 1, CHILDREN, "8.75")
    desks.rewrite(desk, "redress", REDRESS)
    desks.publish(desk)


def new_amount_stands_in_every_language_at_once(reader: Page, example: Example) -> None:
    for language, path in example.paths.items():
        reader.goto(path)
        reading.expect_fee(reader, ADULTS[language], AMOUNTS[language])


def new_row_stands_in_dutch_on_the_other_pages(reader: Page, example: Example) -> None:
    for language, amount in (("en", "€8.75"), ("de", "8,75 €")):
        reader.goto(example.paths[language])
        reading.expect_fee(reader, CHILDREN, amount)
        label = reading.fee(reader, CHILDREN).get_by_text(CHILDREN)
        expect(label).to_have_attribute("lang", "nl")


def other_languages_say_that_they_lag(reader: Page, example: Example) -> None:
    for language, notice in (("en", NOTICE_EN), ("de", NOTICE_DE)):
        reader.goto(example.paths[language])
        expect(reading.stale_notice(reader, notice)).to_be_visible()


def translator_brings_the_english_page_up_to_date(desk: Page) -> None:
    desks.open_translation(desk, TITLES["nl"], "English")
    expect(desks.outstanding(desk)).to_have_count(2)
    desks.translate(desk, CHILDREN, CHILDREN_EN)
    desks.translate(desk, REDRESS, REDRESS_EN)
    expect(desks.outstanding(desk)).to_have_count(0)
    desks.hand_in(desk)


def translator_does_not_approve_own_words(desk: Page) -> None:
    desk.get_by_role("link", name="Look at it").click()
    expect(desk.get_by_text("Somebody else has to review it")).to_be_visible()
    expect(desk.get_by_role("button", name="Approve")).to_have_count(0)


def english_page_waits_for_the_approval(reader: Page, example: Example) -> None:
    reader.goto(example.paths["en"])
    expect(reading.stale_notice(reader, NOTICE_EN)).to_be_visible()
    expect(reader.get_by_text("Object within six weeks.")).to_be_visible()
    expect(reader.get_by_text(CHILDREN_EN)).to_have_count(0)


def search_does_not_know_what_waits(reader: Page) -> None:
    for word in NEW_EN:
        expect(reading.search(reader, "en", word)).to_have_count(0)


def reviewer_approves(desk: Page) -> None:
    desks.open_translation(desk, TITLES["nl"], "English")
    desk.get_by_role("link", name="Review it").click()
    expect(desk.get_by_role("insertion")).to_have_text([REDRESS_EN, CHILDREN_EN])
    desks.approve(desk)


def english_page_has_the_new_words_and_lags_no_more(reader: Page, example: Example) -> None:
    reader.goto(example.paths["en"])
    expect(reading.stale_notice(reader, NOTICE_EN)).to_have_count(0)
    expect(reader.get_by_text(REDRESS_EN)).to_be_visible()
    reading.expect_fee(reader, CHILDREN_EN, "€8.75")
    expect(reader.locator("table [lang=nl]")).to_have_count(0)
    reader.goto(example.paths["de"])
    expect(reading.stale_notice(reader, NOTICE_DE)).to_be_visible()


def search_finds_it_by_inflected_words(reader: Page, example: Example) -> None:
    for language, words in INFLECTED.items():
        for word in words:
            found = reading.search(reader, language, word)
            found.get_by_text(TITLES[language], exact=True).click()
            reader.wait_for_url(f"**{example.paths[language]}")


def tags_are_right_in_every_language(reader: Page, example: Example) -> None:
    for path in example.paths.values():
        reader.goto(path)
        assert reading.gateway_tags(reader) == TAGS


def crawler_of_the_gateway_has_no_complaint() -> None:
    call_command("check_gateway")


def sitemap_dates(reader: Page, example: Example) -> dict[str, datetime]:
    return {
        language: reading.changed_at(reader, language, example.origin + path)
        for language, path in example.paths.items()
    }


def moved(before: dict[str, datetime], after: dict[str, datetime]) -> set[str]:
    return {language for language, at in after.items() if at > before[language]}
