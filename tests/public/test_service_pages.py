"""What readers of a service see: the source's facts, in their language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation

from services.models import Deadline, Evidence, Fee, RelatedPage
from services.presentation.views import view_of
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

    from services.presentation.facts_box import Fact
    from tests.public.conftest import Place, Read


def facts(page: Any) -> list[Fact]:
    """The facts of a page in Dutch, its labels in English."""
    view: Any = view_of(page)
    with translation.override("en"):
        return view.facts


def test_amount_is_written_as_readers_write_it(place: Place, read: Read) -> None:
    assert "€ 17,50" in read(place.service)
    assert "€17.50" in read(place.english)


def test_changed_amount_is_right_in_all_languages_at_once(place: Place, read: Read) -> None:
    fee = place.service.fees.get()
    fee.amount = Decimal("21.00")
    place.service.fees = [fee]
    factories.publish(place.service)

    assert "€21.00" in read(place.english)
    assert "17.50" not in read(place.english)


def test_deleted_row_vanishes_at_once(place: Place, read: Read) -> None:
    place.service.channels = []
    factories.publish(place.service)

    assert "lindewoude.example/formulier" not in read(place.english)


def test_draft_of_the_source_changes_nothing_for_readers(place: Place, read: Read) -> None:
    place.service.fees = [Fee(label="Kinderen", amount=Decimal(5))]
    place.service.save_revision()

    assert "€17.50" in read(place.english)


@pytest.mark.parametrize(
    "words",
    [
        "Wat u nodig hebt",
        "Huurcontract",
        "Log in bij uw gemeente",
        "iDEAL",
        "2 weken",
        "Zonder antwoord is er nog niet beslist.",
        "Maak bezwaar binnen zes weken.",
        "Gemeente Lindewoude",
        "+31 20 555 01 23",
        "Maandag: 9.00–17.00 uur",
        "Wet basisregistratie personen",
        'href="https://lindewoude.example/verhuizen"',
        "DigiD",
    ],
)
def test_every_element_of_a_procedure_is_shown(place: Place, read: Read, words: str) -> None:
    with_catalogue = {"Wat u nodig hebt": 'id="evidence"'}

    assert with_catalogue.get(words, words) in read(place.service)


def test_reason_stands_in_place_of_an_element(place: Place, read: Read) -> None:
    page = factories.service(
        place.authority,
        slug="gratis",
        fees=[],
        fees_not_applicable="Aan dit loket betaalt niemand.",
    )

    assert "Aan dit loket betaalt niemand." in read(page)


def test_condition_of_a_document_stands_as_it_was_written(place: Place, read: Read) -> None:
    condition = "Niet nodig als de geboorte al in de registers staat."
    rows = [Evidence(name="Geboorteakte", condition=condition)]
    page = factories.service(place.authority, slug="akte", evidence=rows)

    assert f"<div> {condition} </div>" in read(page)


def test_sources_own_language_leads_those_in_which_a_service_is_used(place: Place) -> None:
    page = factories.service(
        place.authority, slug="talen", additional_languages=["fr", "en", "nl", "de"]
    )

    with translation.override("en"):
        pair: Any = view_of(page).pairs[0]

    assert pair["lines"] == ["Nederlands, Duits, Engels, Frans"]


def test_service_in_its_own_language_only_names_it_with_the_reason(place: Place) -> None:
    reason = "De balie spreekt geen andere talen."
    page = factories.service(
        place.authority,
        slug="talen",
        additional_languages=[],
        additional_languages_not_applicable=reason,
    )

    pair: Any = view_of(page).pairs[0]

    assert [str(line) for line in pair["lines"]] == ["Nederlands", reason]


def test_service_written_below_a_translation_shows_the_sources_authority(
    place: Place, read: Read
) -> None:
    twin = place.authority.get_translation(factories.locale("en"))
    other = factories.competent_authority("Gemeente Veenland")
    type(twin).objects.filter(pk=twin.pk).update(authority=other)
    draft = factories.information_draft(locale=factories.locale("en"))

    shown = read(factories.service(twin, draft))

    assert "Gemeente Lindewoude" in shown
    assert "Gemeente Veenland" not in shown


def test_facts_box_sums_up_many_fees(place: Place) -> None:
    fees = [Fee(label=f"Groep {each}", amount=Decimal(each)) for each in range(1, 6)]
    page = factories.service(place.authority, slug="veel", fees=fees)

    cost = next(fact for fact in facts(page) if fact.icon == "cost")

    assert [str(line).replace("\xa0", " ") for line in cost.lines] == ["€ 1,00 to € 5,00"]


def test_facts_box_says_from_when_a_period_counts(place: Place, read: Read) -> None:
    period = Deadline(
        label="Uiterste moment", party="user", length=5, unit="day", explanation="na de verhuizing"
    )
    place.service.periods = [period]
    factories.publish(place.service)

    box = read(place.english).split('class="facts"')[1].split("</dl>")[0]

    assert '5 days <span lang="nl">na de verhuizing</span>' in box


def test_free_service_is_called_free(place: Place) -> None:
    page = factories.service(
        place.authority, slug="gratis", fees=[Fee(label="Iedereen", amount=Decimal(0))]
    )

    cost = next(fact for fact in facts(page) if fact.icon == "cost")

    assert [str(line) for line in cost.lines] == ["Free"]


def test_changed_telephone_number_is_current_in_all_languages(place: Place, read: Read) -> None:
    factories.translation(place.contact, name="Public desk")
    place.contact.telephone = "+31 20 555 99 99"
    factories.publish(place.contact)

    assert "+31 20 555 99 99" in read(place.english)


def test_breadcrumb_leads_over_the_main_topic(place: Place, read: Read) -> None:
    crumbs = read(place.service).split("ds-breadcrumbs")[1].split("</nav>")[0]

    assert place.topic.url in crumbs
    assert f'href="{place.authority.url}"' not in crumbs


def test_stale_translation_says_so(place: Place, read: Read) -> None:
    place.service.summary = "Geef uw nieuwe adres binnen vijf dagen door."
    factories.publish(place.service)

    page = read(place.english)

    assert "ds-alert" in page
    assert f'href="{place.service.url}" lang="nl" hreflang="nl"' in page


def test_changed_fact_makes_no_translation_stale(place: Place, read: Read) -> None:
    place.service.start_url = "https://lindewoude.example/nieuw"
    factories.publish(place.service)

    assert "ds-alert" not in read(place.english)


def test_translation_shows_the_version_that_it_follows(place: Place) -> None:
    place.english.source.facts_changed_on = date(2030, 1, 1)

    view = view_of(place.english)

    assert view.follows_on == place.service.words_changed_on
    assert view.changed_on == date(2030, 1, 1)


def test_headings_of_an_explanation_stand_in_the_contents(place: Place, read: Read) -> None:
    page = factories.service(place.authority, factories.information_draft())

    assert '<h2 id="part-1">Gemeenteraad</h2>' in read(page)
    assert 'href="#part-1"' in read(page)


def test_assistance_page_shows_what_to_expect(place: Place, read: Read) -> None:
    page = factories.service(place.authority, factories.assistance_draft())

    assert "Een antwoord op uw vraag." in read(page)
    assert "Het loket rekent niets." in read(page)


def test_contents_list_leads_to_related_pages(place: Place, read: Read) -> None:
    other = factories.service(place.authority, factories.information_draft())
    before = read(place.service)
    place.service.related_pages = [RelatedPage(related=other)]
    factories.publish(place.service)

    contents = read(place.service).split('class="toc"')[1].split("</nav>")[0]

    assert 'href="#related"' not in before
    assert 'href="#related"' in contents


def test_readers_get_no_cookie(place: Place, client: Client) -> None:
    response: Any = client.get(place.english.url)

    assert not response.cookies


def test_page_names_no_other_site_for_what_it_loads(place: Place, read: Read) -> None:
    head = read(place.english).split("<body>")[0]

    assert "//" not in head.replace("http://localhost", "")
