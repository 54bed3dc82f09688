"""Can an authority stand above itself, by the form or by two drafts that close a circle?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from services.models import CompetentAuthority
from services.models.publication import PublicationRefused
from tests import factories
from tests.lifecycle.conftest import fresh
from tests.lifecycle.forms import sent_by

if TYPE_CHECKING:
    from django.test import Client

SNIPPET_FORM = "w-editor-form"


@pytest.fixture
def client(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def looped(db: None) -> CompetentAuthority:
    """An authority with a draft that was sound when it was saved, and is a circle by now."""
    part = factories.competent_authority("Afdeling")
    whole = factories.competent_authority("Ministerie")
    whole.parent = part
    whole.save_revision()
    CompetentAuthority.objects.filter(pk=part.pk).update(parent=whole)
    return fresh(whole)


def test_authority_above_itself_is_refused_in_the_form(client: Client, looped: Any) -> None:
    url = reverse("wagtailsnippets_services_competentauthority:edit", args=[looped.pk])

    response = client.post(url, sent_by(client, url, SNIPPET_FORM))

    assert response.status_code == 200
    assert "cannot be part of itself" in response.content.decode()


def test_authority_above_itself_is_refused_by_the_gate(looped: Any) -> None:
    with pytest.raises(PublicationRefused) as refused:
        looped.latest_revision.publish()

    assert fresh(looped).parent is None
    assert "/edit/" in refused.value.reasons[0].url
