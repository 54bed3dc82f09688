"""Do the dialogues say beforehand what goes with a page, and do they do just that?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Page

from services.models import ContactPoint
from tests import factories
from tests.lifecycle.conftest import fresh
from tests.lifecycle.forms import words_shown

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place

FOLLOWER = "English: Report a move"


@pytest.fixture
def client(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def bulk(action: str, *pages: Any, model: tuple[str, str] = ("wagtailcore", "page")) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=[*model, action])}?{ids}&next=/admin/"


@pytest.mark.parametrize(
    "address",
    [
        lambda place: reverse("wagtailadmin_pages:unpublish", args=[place.service.pk]),
        lambda place: reverse("wagtailadmin_pages:delete", args=[place.service.pk]),
        lambda place: reverse(
            "wagtailadmin_pages:move_confirm", args=[place.service.pk, place.province.pk]
        ),
        lambda place: bulk("unpublish", place.service),
        lambda place: bulk("delete", place.service),
        lambda place: bulk("move", place.service),
    ],
    ids=["unpublish", "delete", "move", "bulk unpublish", "bulk delete", "bulk move"],
)
def test_dialogue_names_the_translations(client: Client, place: Place, address: Any) -> None:
    response = client.get(address(place))

    assert response.status_code == 200
    assert FOLLOWER in response.content.decode()


def test_dates_of_a_page_name_the_translations(client: Client, place: Place) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[place.service.pk])

    shown = client.get(url).content.decode()

    assert "If it expires, its translations go offline with it" in shown
    assert FOLLOWER in shown


def test_dates_of_a_page_without_translations_name_nothing(client: Client, place: Place) -> None:
    page = factories.service(place.town, slug="alleen")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    assert "If it expires" not in client.get(url).content.decode()


def test_dialogue_about_a_translation_names_nothing(client: Client, place: Place) -> None:
    response = client.get(reverse("wagtailadmin_pages:unpublish", args=[place.service_en.pk]))

    assert "Its translations" not in response.content.decode()


def test_confirmed_unpublication_takes_all_offline(client: Client, place: Place) -> None:
    client.post(
        reverse("wagtailadmin_pages:unpublish", args=[place.town.pk]), {"include_descendants": "on"}
    )

    pages = [place.town, place.town_en, place.service, place.service_en]
    assert [fresh(page).live for page in pages] == [False] * 4


def test_confirmed_deletion_takes_all_along(client: Client, place: Place) -> None:
    client.post(reverse("wagtailadmin_pages:delete", args=[place.service.pk]))

    assert not Page.objects.filter(pk__in=[place.service.pk, place.service_en.pk]).exists()


def test_confirmed_move_takes_all_along(client: Client, place: Place) -> None:
    arguments = [place.service.pk, place.province.pk]

    client.post(reverse("wagtailadmin_pages:move_confirm", args=arguments))

    assert fresh(place.service).get_parent().pk == place.province.pk
    assert fresh(place.service_en).get_parent().pk == place.province_en.pk


@pytest.mark.parametrize("method", ["get", "post"])
def test_move_that_must_fail_says_what_to_translate(
    client: Client, place: Place, method: str
) -> None:
    place.province_en.delete()
    arguments = [place.service.pk, place.province.pk]

    response = getattr(client, method)(reverse("wagtailadmin_pages:move_confirm", args=arguments))

    assert response.url == reverse("wagtailadmin_pages:move", args=[place.service.pk])
    assert "is not translated into English yet" in words_shown(client, response)
    assert fresh(place.service).get_parent().pk == place.town.pk


def test_bulk_move_that_must_fail_moves_nothing(client: Client, place: Place) -> None:
    other = factories.service(place.town, slug="zonder-vertaling")
    place.province_en.delete()

    response = client.post(bulk("move", other, place.service), {"chooser": place.province.pk})

    assert "is not translated into English yet" in words_shown(client, response)
    assert fresh(other).get_parent().pk == place.town.pk


def test_program_is_told_why_a_page_was_not_moved(client: Client, place: Place) -> None:
    place.province_en.delete()
    url = reverse("wagtailadmin_api:pages:action", args=[place.service.pk, "move"])
    data = {"destination_page_id": place.province.pk, "position": "last-child"}

    response = client.post(url, data, content_type="application/json")

    assert response.status_code == 409
    assert response.json()["reasons"]


def test_deletion_that_must_fail_leads_back_to_the_form(client: Client, place: Place) -> None:
    place.town_en.add_child(instance=factories.information_draft(locale=factories.locale("en")))

    response = client.get(reverse("wagtailadmin_pages:delete", args=[place.town.pk]))

    assert "written in that language" in words_shown(client, response)


def test_bulk_deletion_of_a_source_and_its_translation(client: Client, place: Place) -> None:
    response = client.post(bulk("delete", place.service_en, place.service))

    assert response.status_code == 302
    assert not Page.objects.filter(pk__in=[place.service.pk, place.service_en.pk]).exists()


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_dialogue_of_a_snippet_names_its_translations(
    client: Client, db: None, action: str
) -> None:
    contact = factories.contact_point()
    factories.translation(contact, "en", name="Public desk")
    url = reverse(f"wagtailsnippets_services_contactpoint:{action}", args=[contact.pk])

    asked = client.get(url).content.decode()
    client.post(url)

    assert "English: Public desk" in asked
    assert not ContactPoint.objects.filter(live=True).exists()


def test_bulk_deletion_of_snippets_names_and_takes_the_translations(
    client: Client, db: None
) -> None:
    contact = factories.contact_point()
    factories.translation(contact, "en", name="Public desk")
    url = bulk("delete", contact, model=("services", "contactpoint"))

    asked = client.get(url).content.decode()
    client.post(url)

    assert "English: Public desk" in asked
    assert not ContactPoint.objects.exists()


def test_bulk_deletion_of_what_has_no_languages(client: Client, place: Place) -> None:
    document = Document.objects.create(title="Formulier", file="formulier.pdf")

    client.post(bulk("delete", document, model=("wagtaildocs", "document")))

    assert not Document.objects.exists()
