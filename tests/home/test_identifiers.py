"""Where the identifier of a service leads, whatever becomes of its pages."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from wagtail.models import Page

from tests import factories

if TYPE_CHECKING:
    from django.test import Client


@pytest.mark.parametrize(("accepted", "language"), [("en", "en"), ("nl", "nl"), ("de", "nl")])
def test_identifier_leads_to_the_best_language(
    english: Any, client: Client, accepted: str, language: str
) -> None:
    address = f"/id/service/{english.translation_key}"

    response: Any = client.get(address, headers={"Accept-Language": accepted})

    assert response.status_code == 303
    assert response["Location"].startswith(f"/{language}/")
    assert "Accept-Language" in response["Vary"]


def test_identifier_outlives_a_change_of_address(english: Any, client: Client) -> None:
    english.slug = "moving-house"
    english.save()

    response: Any = client.get(
        f"/id/service/{english.translation_key}", headers={"Accept-Language": "en"}
    )

    assert response["Location"].endswith("/moving-house/")


def test_page_that_is_no_service_has_no_identifier(tree: Any, client: Client) -> None:
    key = tree.home.translation_key

    assert client.get(f"/id/service/{key}", follow=True).status_code == 404


def test_unknown_identifier_leads_to_no_language(tree: Any, client: Client) -> None:
    response = client.get(f"/id/service/{uuid.uuid4()}")

    assert response.status_code == 404


def test_identifier_of_a_deleted_service_is_gone_for_good(english: Any, client: Client) -> None:
    english.source.delete()

    response = client.get(
        f"/id/service/{english.translation_key}", headers={"Accept-Language": "en"}
    )

    assert response.status_code == 410
    assert "no longer exists" in response.content.decode()


def test_identifier_of_a_draft_that_is_deleted_was_never_known(
    service: Any, client: Client
) -> None:
    draft = service.get_parent().add_child(instance=factories.procedure_draft(slug="half"))

    draft.delete()

    assert client.get(f"/id/service/{draft.translation_key}").status_code == 404


def test_service_of_a_language_that_the_site_lacks_is_not_found(
    service: Any, client: Client
) -> None:
    Page.objects.filter(pk=service.pk).update(locale=factories.locale("fr"))

    assert client.get(f"/id/service/{service.translation_key}").status_code == 404
