"""Does that stay live without which a live page would have nobody who answers or helps?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from services.lifecycle.refusals import UnpublicationRefused
from services.models import ContactPoint, ServiceContact
from tests import factories
from tests.lifecycle.conftest import fresh
from tests.lifecycle.forms import words_shown

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place


@pytest.fixture
def client(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def contact(db: None) -> Any:
    return factories.contact_point()


@pytest.fixture
def helped(place: Place, contact: Any) -> Any:
    """A live service that names nobody but the one contact point."""
    draft = factories.information_draft(contacts=[contact], contacts_not_applicable="")
    return factories.service(place.town, draft)


def expire(contact: Any) -> None:
    past = timezone.now() - timedelta(minutes=1)
    ContactPoint.objects.filter(pk=contact.pk).update(expire_at=past)
    call_command("publish_scheduled")


def test_last_contact_of_a_live_service_stays(helped: Any, contact: Any) -> None:
    with pytest.raises(UnpublicationRefused) as refused:
        contact.unpublish()

    assert fresh(contact).live
    assert [reason.url for reason in refused.value.reasons] == [f"/admin/pages/{helped.pk}/edit/"]


def test_last_law_of_a_live_information_page_stays(place: Place) -> None:
    law = factories.legal_reference()
    words = {"legal_references_not_applicable": ""}
    factories.service(place.town, factories.information_draft(legal_references=[law], **words))

    with pytest.raises(UnpublicationRefused):
        law.unpublish()


def test_contact_goes_where_another_one_helps(helped: Any, contact: Any) -> None:
    other = factories.contact_point("Telefoonlijn")
    helped.contacts = [ServiceContact(contact=each) for each in (contact, other)]
    factories.publish(helped)

    contact.unpublish()

    assert not fresh(contact).live


def test_contact_goes_where_a_reason_stands_in_its_place(place: Place, contact: Any) -> None:
    factories.service(place.town, factories.information_draft(contacts=[contact]))

    contact.unpublish()

    assert not fresh(contact).live


def test_contact_of_a_page_that_is_not_live_goes(helped: Any, contact: Any) -> None:
    helped.unpublish()

    contact.unpublish()

    assert not fresh(contact).live


def test_translation_of_the_last_contact_goes(helped: Any, contact: Any) -> None:
    translated = factories.translation(contact, "en", name="Public desk")

    translated.unpublish()

    assert not fresh(translated).live


def test_authority_of_live_services_stays(place: Place) -> None:
    with pytest.raises(UnpublicationRefused) as refused:
        place.town.authority.unpublish()

    url = f"/admin/pages/{place.town.pk}/edit/"
    assert [reason.url for reason in refused.value.reasons] == [url]


def test_authority_without_live_services_goes(place: Place) -> None:
    place.province.authority.unpublish()

    assert not fresh(place.province.authority).live


def test_form_says_which_page_needs_the_contact(client: Client, helped: Any, contact: Any) -> None:
    url = reverse("wagtailsnippets_services_contactpoint:unpublish", args=[contact.pk])

    response = client.post(url)

    assert "Stemmen als EU-burger” would name nothing in its place" in words_shown(client, response)


def test_expired_contact_stays_while_it_is_needed(helped: Any, contact: Any) -> None:
    expire(contact)
    expire(contact)

    assert fresh(contact).live
    entry = ModelLogEntry.objects.get(action="services.unpublish.refused")
    assert "Stemmen als EU-burger" in entry.message


def test_expired_contact_goes_once_it_is_dispensable(helped: Any, contact: Any) -> None:
    expire(contact)
    helped.unpublish()

    call_command("publish_scheduled")

    assert fresh(contact).expired


def test_page_of_an_authority_stays_while_services_below_it_are_live(place: Place) -> None:
    with pytest.raises(UnpublicationRefused) as refused:
        place.town.unpublish()

    assert fresh(place.town).live
    assert refused.value.reasons[0].url == f"/admin/pages/{place.town.pk}/"


def test_translated_page_of_an_authority_stays_likewise(place: Place) -> None:
    with pytest.raises(UnpublicationRefused):
        place.town_en.unpublish()


def test_page_of_an_authority_goes_when_nothing_below_it_is_live(place: Place) -> None:
    place.service.unpublish()

    place.town.unpublish()

    assert not fresh(place.town_en).live


def test_page_of_an_authority_stays_for_what_is_written_below_its_translation(
    client: Client, place: Place
) -> None:
    draft = factories.information_draft(locale=factories.locale("en"))
    factories.service(place.town_en, draft)
    url = reverse("wagtailadmin_pages:unpublish", args=[place.town.pk])

    response = client.post(url, {"include_descendants": "on"})

    assert "written in that language" in words_shown(client, response)
    assert fresh(place.town).live


def test_bulk_action_takes_the_services_along(client: Client, place: Place) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    client.post(f"{address}?id={place.town.pk}&next=/admin/", {"include_descendants": "on"})

    pages = [place.town, place.town_en, place.service, place.service_en]
    assert [fresh(page).live for page in pages] == [False] * 4


def test_bulk_action_refuses_the_page_without_its_services(client: Client, place: Place) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    response = client.post(f"{address}?id={place.town.pk}&next=/admin/")

    assert "Services below it are live" in words_shown(client, response)
    assert fresh(place.town).live
