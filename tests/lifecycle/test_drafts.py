"""Does a form save a draft whatever is missing, and publish only what is whole?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from services.models import ProcedurePage
from services.models.facts import Deadline, Fee, Step
from tests import factories
from tests.lifecycle.forms import sent_by

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place

pytestmark = pytest.mark.django_db

UNFINISHED = {
    "fees": [Fee(label="Volwassenen", amount=5)],
    "periods": [Deadline(label="Beslissing", party="authority", length=2, unit="week")],
    "steps": [Step(title="Kom langs")],
}
LEFT_OUT = {
    "fees-0-amount": "",
    "periods-0-unit": "",
    "steps-0-in_person": "on",
    "steps-0-title": "",
    "summary": "",
}


@pytest.fixture
def draft(place: Place) -> Any:
    page = place.town.add_child(instance=factories.procedure_draft(slug="half", **UNFINISHED))
    page.save_revision()
    return page


def test_draft_saves_with_half_of_its_rows(draft: Any, admin_client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])

    response = admin_client.post(url, sent_by(admin_client, url, "page-edit-form", **LEFT_OUT))

    assert response.status_code == 302
    saved = ProcedurePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert saved.fees.get().amount is None
    assert (saved.steps.get().title, saved.steps.get().in_person) == ("", True)


def test_draft_with_half_of_its_rows_can_be_previewed(draft: Any, admin_client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    admin_client.post(url, sent_by(admin_client, url, "page-edit-form", **LEFT_OUT))

    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))

    assert response.status_code == 200


def test_publishing_half_of_its_rows_names_each_field(draft: Any, admin_client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    data = sent_by(admin_client, url, "page-edit-form", **LEFT_OUT)

    response = admin_client.post(url, {**data, "action-publish": "action-publish"}, follow=True)

    assert not ProcedurePage.objects.get(pk=draft.pk).live
    formsets = response.context["form"].formsets
    assert {name: set(formsets[name].errors[0]) for name in ("fees", "steps")} == {
        "fees": {"amount"},
        "steps": {"title"},
    }
