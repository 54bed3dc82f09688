"""What editors and translators see before it is live, in the admin's frame."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory

from services.models import Fee, ServiceContact
from tests import factories

if TYPE_CHECKING:
    from django.http import HttpRequest

    from tests.public.conftest import Place


@pytest.fixture
def request_of_an_editor(db: None) -> HttpRequest:
    request = RequestFactory().get("/admin/")
    request.user = get_user_model().objects.create_superuser("editor")
    return request


def preview(obj: Any, request: HttpRequest) -> str:
    response = obj.make_preview_request(request, obj.default_preview_mode)
    assert response.status_code == 200
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_preview_shows_the_draft_of_the_source(
    place: Place, request_of_an_editor: HttpRequest
) -> None:
    place.service.fees = [Fee(label="Kinderen", amount=Decimal(5))]
    draft = place.service.save_revision().as_object()

    assert "€ 5,00" in preview(draft, request_of_an_editor)


def test_preview_shows_contacts_that_are_chosen_only_in_the_draft(
    place: Place, request_of_an_editor: HttpRequest
) -> None:
    other = factories.contact_point("Ander loket")
    place.service.contacts = [ServiceContact(contact=other)]
    draft = place.service.save_revision().as_object()

    assert "Ander loket" in preview(draft, request_of_an_editor)


def test_preview_of_a_new_page_works_before_it_is_saved(
    place: Place, request_of_an_editor: HttpRequest
) -> None:
    draft = factories.procedure_draft(locale=factories.locale("nl"))

    assert "Verhuizing doorgeven" in preview(draft, request_of_an_editor)


def test_preview_of_a_translation_has_its_draft_words_and_the_live_facts(
    place: Place, request_of_an_editor: HttpRequest
) -> None:
    place.english.title = "Tell us that you move"
    draft = place.english.save_revision().as_object()

    page = preview(draft, request_of_an_editor)

    assert "Tell us that you move" in page
    assert "€17.50" in page
    assert '<html lang="en"' in page


def test_preview_of_a_row_of_a_translation_has_its_draft_words(
    place: Place, request_of_an_editor: HttpRequest
) -> None:
    fee = place.english.fees.get()
    fee.label = "Adults"
    place.english.fees = [fee]
    draft = place.english.save_revision().as_object()

    assert "Adults" in preview(draft, request_of_an_editor)


def test_preview_carries_the_strict_policy(place: Place, request_of_an_editor: HttpRequest) -> None:
    response = place.service.make_preview_request(request_of_an_editor, "")

    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("kind", ["contact", "law", "authority"])
def test_preview_of_a_snippet_speaks_its_language(
    place: Place, request_of_an_editor: HttpRequest, kind: str
) -> None:
    source = place.authority.authority if kind == "authority" else getattr(place, kind)
    words = {"title" if kind == "law" else "name": "Named in German"}
    german = factories.translation(source, "de", **words)

    page = preview(german, request_of_an_editor)

    assert '<html lang="de"' in page
    assert "Named in German" in page


@pytest.mark.parametrize("kind", ["home", "topic", "authority"])
def test_other_pages_are_previewed(
    place: Place, request_of_an_editor: HttpRequest, kind: str
) -> None:
    page = place.tree.home if kind == "home" else getattr(place, kind)

    assert page.title in preview(page, request_of_an_editor)
