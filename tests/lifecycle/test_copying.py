"""Are copies drafts of their own, and never aliases, whatever way they are made?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from services.lifecycle.refusals import CopyRefused
from services.models import ProcedurePage
from tests.lifecycle.conftest import fresh

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place


def test_copy_is_a_draft_and_a_source_of_its_own(place: Place) -> None:
    copy = fresh(place.service.copy(update_attrs={"slug": "kopie"}, keep_live=False))

    assert not copy.live
    assert copy.is_source
    assert copy.translation_key != place.service.translation_key
    assert copy.words_digest == ""
    assert copy.words_changed_on is None


def test_first_publication_of_a_copy_is_a_change(place: Place) -> None:
    copy = place.service.copy(update_attrs={"slug": "kopie"}, keep_live=False)

    fresh(copy).save_revision().publish()

    assert fresh(copy).words_changed_on is not None


def test_copy_is_never_live(place: Place) -> None:
    with pytest.raises(CopyRefused):
        place.service.copy(update_attrs={"slug": "kopie"}, keep_live=True)

    assert ProcedurePage.objects.count() == 2


def test_translation_is_not_copied(place: Place) -> None:
    with pytest.raises(CopyRefused) as refused:
        place.service_en.copy(update_attrs={"slug": "copy"}, keep_live=False)

    assert refused.value.reasons[0].url == f"/admin/pages/{place.service.pk}/edit/"


def test_page_has_no_alias(place: Place) -> None:
    with pytest.raises(CopyRefused):
        place.service.create_alias(parent=place.province)


def test_tree_is_copied_as_drafts(place: Place) -> None:
    copy = place.town.copy(update_attrs={"slug": "kopie"}, keep_live=False, recursive=True)

    assert [page.live for page in copy.get_descendants(inclusive=True)] == [False, False]


@pytest.mark.parametrize("option", ["publish_copies", "alias"])
def test_form_refuses_what_would_be_live(admin_client: Client, place: Place, option: str) -> None:
    url = reverse("wagtailadmin_pages:copy", args=[place.service.pk])
    data = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": place.town.pk,
        option: "on",
    }

    response = admin_client.post(url, data)

    assert response.status_code == 302
    assert not ProcedurePage.objects.filter(title="Kopie").exists()


def test_form_makes_a_draft(admin_client: Client, place: Place) -> None:
    url = reverse("wagtailadmin_pages:copy", args=[place.service.pk])
    data = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": place.town.pk}

    admin_client.post(url, data)

    assert not ProcedurePage.objects.get(slug="kopie").live


@pytest.mark.parametrize(
    ("action", "data"),
    [("copy", {"slug": "kopie"}), ("create_alias", {})],
)
def test_programs_make_nothing_live(
    admin_client: Client, place: Place, action: str, data: dict[str, str]
) -> None:
    url = reverse("wagtailadmin_api:pages:action", args=[place.service.pk, action])

    response = admin_client.post(url, data, content_type="application/json")

    assert response.status_code == 409
    assert ProcedurePage.objects.filter(live=True).count() == 2
