"""Can a team do its daily work on its sources, though translations are not its own to touch?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import PageLogEntry

from services.models import AssistancePage, InformationPage, ProcedurePage
from services.rights.operations import ensure_team
from tests.lifecycle.conftest import fresh
from tests.lifecycle.forms import sent_by, words_shown

if TYPE_CHECKING:
    from django.test import Client

    from tests.lifecycle.conftest import Place

FORM = "page-edit-form"
KINDS = [InformationPage, ProcedurePage, AssistancePage]


@pytest.fixture
def editor(place: Place) -> User:
    """Somebody who is in the teams of both authorities."""
    user = User.objects.create_user("redacteur")
    user.groups.add(ensure_team(fresh(place.town)), ensure_team(fresh(place.province)))
    return user


@pytest.fixture
def client(client: Client, editor: User) -> Client:
    client.force_login(editor)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def add_url(model: Any, place: Place) -> str:
    arguments = ["services", model._meta.model_name, place.town.pk]
    return reverse("wagtailadmin_pages:add", args=arguments)


@pytest.mark.parametrize("model", KINDS)
def test_incomplete_draft_is_saved(client: Client, place: Place, model: Any) -> None:
    add = reverse(
        "wagtailadmin_pages:add", args=["services", model._meta.model_name, place.town.pk]
    )

    client.post(add, sent_by(client, add, FORM, title="Half", slug="half"))
    url = reverse("wagtailadmin_pages:edit", args=[model.objects.get(title="Half").pk])
    client.post(url, sent_by(client, url, FORM, summary="Nog niet klaar."))

    draft = model.objects.get(title="Half").get_latest_revision_as_object()
    assert draft.summary == "Nog niet klaar."


@pytest.mark.parametrize("model", KINDS)
def test_incomplete_publication_names_what_is_missing(
    client: Client, place: Place, model: Any
) -> None:
    add = reverse(
        "wagtailadmin_pages:add", args=["services", model._meta.model_name, place.town.pk]
    )
    data = sent_by(client, add, FORM, title="Half", slug="half", **{"action-publish": "1"})

    response = client.post(add, data)

    assert "was not published" in words_shown(client, response)
    assert not model.objects.get(title="Half").live


def test_unpublication_takes_the_translation_offline_in_the_editors_name(
    client: Client, place: Place, editor: User
) -> None:
    client.post(reverse("wagtailadmin_pages:unpublish", args=[place.service.pk]))

    assert not fresh(place.service_en).live
    entry = PageLogEntry.objects.get(page=place.service_en.pk, action="wagtail.unpublish")
    assert entry.user == editor


def test_move_to_another_authority_takes_the_translation_along(
    client: Client, place: Place
) -> None:
    arguments = [place.service.pk, place.province.pk]

    client.post(reverse("wagtailadmin_pages:move_confirm", args=arguments))

    assert fresh(place.service).get_parent().pk == place.province.pk
    assert fresh(place.service_en).get_parent().pk == place.province_en.pk
