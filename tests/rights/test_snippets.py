"""Whose a snippet is, and what its forms and choosers offer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.permissions import policy_registry

from services.models import ContactPoint, LegalReference, PolicyCode
from tests.rights.cast import title

if TYPE_CHECKING:
    from tests.rights.cast import World

pytestmark = pytest.mark.django_db
CONTACTS = "wagtailsnippets_services_contactpoint"
CHOOSER = "wagtailsnippetchoosers_services_contactpoint"


@pytest.mark.parametrize(
    ("role", "name", "may"),
    [
        ("editor_a", "contact_a", {"change", "delete", "publish", "choose"}),
        ("editor_a", "contact_a_en", {"choose"}),
        ("editor_a", "shared_contact", {"choose"}),
        ("editor_a", "authority_a", {"choose"}),
        ("editor_b", "contact_a", set()),
        ("editor_b", "shared_contact", {"choose"}),
        ("translator_en", "contact_a", set()),
        ("translator_en", "contact_a_en", {"change"}),
        ("translator_de", "contact_a_en", set()),
        ("administrator", "contact_a", {"change", "delete", "publish", "choose"}),
        ("anonymous", "shared_contact", set()),
    ],
)
def test_a_role_may_do_this_and_no_more(world: World, role: str, name: str, may: set[str]) -> None:
    policy = policy_registry.get(world[name])
    user = world.users[role]

    asked = ("change", "delete", "publish", "choose")
    allowed = {
        action
        for action in asked
        if policy.user_has_permission_for_instance(user, action, world[name])
    }
    assert allowed == may


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("editor_a", {"contact_a"}),
        ("editor_b", set()),
        ("translator_en", {"contact_a_en"}),
        ("administrator", {"contact_a", "shared_contact"}),
    ],
)
def test_the_list_shows_what_is_ones_own(world: World, role: str, seen: set[str]) -> None:
    locale = "en" if role == "translator_en" else "nl"
    response = world.request(role, "get", f"{reverse(f'{CONTACTS}:list')}?locale={locale}")

    shown = response.content.decode()
    assert {n for n in ("contact_a", "contact_a_en", "shared_contact") if title(n) in shown} == seen


@pytest.mark.parametrize("view", ["choose", "choose_results"])
@pytest.mark.parametrize(
    ("role", "seen"),
    [("editor_a", {"contact_a", "shared_contact"}), ("editor_b", {"shared_contact"})],
)
def test_the_chooser_offers_ones_own_and_what_is_shared(
    world: World, view: str, role: str, seen: set[str]
) -> None:
    response = world.request(role, "get", reverse(f"{CHOOSER}:{view}"))

    shown = response.content.decode()
    assert {n for n in ("contact_a", "shared_contact") if title(n) in shown} == seen


def test_the_chooser_offers_no_code_that_has_ended(world: World) -> None:
    values = {"annex": "I", "valid_until": date(2024, 12, 31)}
    ended = PolicyCode.objects.create(identifier="Z9", title_en="Ended", **values)
    url = reverse("wagtailsnippetchoosers_services_policycode:choose")

    response = world.request("editor_a", "get", url)

    ended.delete()
    assert title("code") in response.content.decode()
    assert "Ended" not in response.content.decode()


def test_several_that_were_chosen_are_ones_own(world: World) -> None:
    keys = [world["contact_a"].pk, world["shared_contact"].pk]
    url = reverse(f"{CHOOSER}:chosen_multiple")

    response = world.request("editor_b", "get", url, data={"id": keys})

    shown = response.content.decode()
    assert title("contact_a") not in shown
    assert title("shared_contact") in shown


@pytest.mark.parametrize(
    ("role", "team"), [("editor_a", "place_a"), ("editor_b", "place_b"), ("administrator", None)]
)
def test_a_new_snippet_belongs_to_the_team_of_its_maker(
    world: World, role: str, team: str | None
) -> None:
    form = {"title": "Algemene wet", "url": "https://wetten.example/awb", "kind": "legal_act"}
    url = reverse("wagtailsnippets_services_legalreference:add")

    world.clients[role].post(url, form)

    expected = world[team].team if team else None
    assert LegalReference.objects.get(title="Algemene wet").team == expected


@pytest.mark.parametrize("role", ["translator_en", "reviewer"])
@pytest.mark.parametrize(
    "model", ["contactpoint", "legalreference", "competentauthority", "policycode", "territory"]
)
def test_translators_make_no_snippets(world: World, role: str, model: str) -> None:
    response = world.request(role, "get", reverse(f"wagtailsnippets_services_{model}:add"))

    assert response.status_code == 302


@pytest.mark.parametrize("model", ["competentauthority", "policycode", "territory"])
@pytest.mark.parametrize(("role", "status"), [("editor_a", 302), ("administrator", 200)])
def test_authorities_codes_and_areas_are_for_administrators(
    world: World, model: str, role: str, status: int
) -> None:
    response = world.request(role, "get", reverse(f"wagtailsnippets_services_{model}:add"))

    assert response.status_code == status


def test_languages_are_ticked(world: World) -> None:
    url = reverse(f"{CONTACTS}:edit", args=[world["contact_a"].pk])

    response = world.request("editor_a", "get", url)

    assert '<input type="checkbox" name="languages" value="nl"' in _squeezed(response)


def test_ticked_languages_are_stored_as_a_list(world: World) -> None:
    form = {"name": "Loket", "telephone": "+31 20 555 01 24", "languages": ["de", "fr"]}

    world.clients["editor_a"].post(reverse(f"{CONTACTS}:add"), form)

    assert ContactPoint.objects.get(name="Loket").languages == ["de", "fr"]


def test_formats_of_a_document_are_ticked(world: World) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[world["page_a"].pk])

    response = world.request("superuser", "get", url)

    ticked = '<input type="checkbox" name="evidence-0-formats" value="copy"'
    assert ticked in _squeezed(response)


def _squeezed(response: Any) -> str:
    return " ".join(response.content.decode().split())
