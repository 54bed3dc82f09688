"""Which language stands where on a page whose parts are not all translated?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from services.models import Fee, RelatedPage
from services.presentation.views import view_of
from tests import factories

if TYPE_CHECKING:
    from tests.public.conftest import Place, Read


def test_new_row_appears_with_the_sources_words_marked(place: Place, read: Read) -> None:
    rows = [*place.service.fees.all(), Fee(label="Kinderen", amount=Decimal(5))]
    place.service.fees = rows
    factories.publish(place.service)

    page = read(place.english)

    assert '<span lang="nl">Kinderen</span>' in page
    assert "€5.00" in page


def test_snippet_is_read_in_the_readers_language(place: Place, read: Read) -> None:
    factories.translation(place.contact, name="Public desk", telephone="+31 99 wrong")

    page = read(place.english)

    assert "Public desk" in page
    assert "+31 20 555 01 23" in page
    assert "wrong" not in page


def test_snippet_without_translation_is_marked_as_its_own_language(
    place: Place, read: Read
) -> None:
    assert '<span lang="nl">Publieksbalie</span>' in read(place.english)


def test_snippet_whose_translation_lags_is_read_as_its_source(place: Place, read: Read) -> None:
    factories.translation(place.contact, name="Front desk", opening_hours="Monday: 9–17")
    place.contact.opening_hours = "Dinsdag: 9.00–17.00 uur"
    factories.publish(place.contact)

    page = read(place.english)

    assert "Front desk" not in page
    assert '<span lang="nl">Dinsdag: 9.00–17.00 uur</span>' in page


def test_words_that_the_source_emptied_are_shown_in_no_language(place: Place) -> None:
    type(place.service).objects.filter(pk=place.english.pk).update(redress="<p>You may appeal.</p>")
    place.service.redress, place.service.redress_not_applicable = "", "Hier beslist niemand."
    factories.publish(place.service)

    view = view_of(type(place.service).objects.get(pk=place.english.pk))

    shown = {section.anchor: section for section in view.sections}
    assert (shown["redress"].kind, str(shown["redress"].content)) == (
        "not_applicable",
        "Hier beslist niemand.",
    )


def test_translators_address_wins_in_their_language_only(place: Place, read: Read) -> None:
    key = place.service.channels.get(kind="online").translation_key
    type(place.english).objects.filter(pk=place.english.pk).update(
        own_addresses={
            "start_url": "https://lindewoude.example/en/move",
            f"channels.{key}.url": "https://lindewoude.example/en/form",
        }
    )

    english, dutch = read(place.english), read(place.service)

    assert "https://lindewoude.example/en/move" in english
    assert "https://lindewoude.example/en/form" in english
    assert "/en/move" not in dutch


def test_link_in_a_text_leads_to_the_readers_language(place: Place, read: Read) -> None:
    body = f'<p><a linktype="page" id="{place.service.pk}">Verhuizen</a></p>'
    page = factories.service(place.authority, factories.information_draft(body=body))
    english = factories.translation(page, title="Voting", slug="voting")

    assert f'<a href="{place.english.url}">' in read(english)


def test_related_page_without_translation_is_marked(place: Place, read: Read) -> None:
    other = factories.service(place.authority, factories.information_draft())
    place.service.related_pages = [RelatedPage(related=other)]
    factories.publish(place.service)

    assert f'<a href="{other.url}" lang="nl">Stemmen als EU-burger</a>' in read(place.english)
