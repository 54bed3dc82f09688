"""Choosers of pages, forms that are sent by hand, lists and reports: no way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.test.utils.form_data import rich_text

from services.models import ServiceContact
from services.rights.choosing import may_choose
from tests.rights.admin_addresses import admin_addresses
from tests.rights.cast import title

if TYPE_CHECKING:
    from tests.rights.cast import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "name", "may"),
    [
        ("editor_b", "page_a", True),
        ("editor_b", "page_a_en", True),
        ("editor_b", "draft_a", False),
        ("editor_a", "draft_a", True),
        ("translator_en", "draft_a", False),
        ("administrator", "draft_a", True),
    ],
)
def test_everybody_chooses_what_everybody_reads(
    world: World, role: str, name: str, may: bool
) -> None:
    assert may_choose(world.users[role], world[name]) is may


@pytest.mark.parametrize(("role", "seen"), [("editor_a", True), ("editor_b", False)])
def test_the_chooser_shows_no_draft_of_another_team(world: World, role: str, seen: bool) -> None:
    url = reverse("wagtailadmin_choose_page_child", args=[world["place_a"].pk])

    response = world.request(role, "get", url)

    assert (title("draft_a") in response.content.decode()) is seen


@pytest.mark.parametrize(("role", "seen"), [("editor_a", True), ("editor_b", False)])
def test_several_chosen_pages_hold_no_draft_of_another_team(
    world: World, role: str, seen: bool
) -> None:
    url = reverse("wagtailadmin_choose_page_chosen_multiple")

    response = world.request(role, "get", url, data={"id": [world["draft_a"].pk]})

    assert (title("draft_a") in response.content.decode()) is seen


# They end a session, fail on purpose, or have no name and belong to nothing.
NO_LISTS = ("wagtailadmin_log", "wagtailadmin_account", "wagtailadmin_error_test", "None")
LISTS = sorted(
    {
        address.name
        for address in admin_addresses()
        if not address.parts and not address.name.startswith(NO_LISTS)
    }
)
# What may stand in a list of somebody who may not open it: what is live, or what all may choose.
NOT_TO_SEE = {
    "editor_b": {"draft_a", "contact_a", "contact_a_en", "law_a"},
    "translator_de": {"draft_a", "contact_a", "contact_a_en", "law_a"},
    "translator_en": {"draft_a", "law_a"},
}


@pytest.mark.parametrize("role", NOT_TO_SEE)
@pytest.mark.parametrize("address", LISTS)
def test_no_list_names_what_is_anothers(world: World, role: str, address: str) -> None:
    response = world.request(role, "get", reverse(address), data={"q": "Titel"})

    shown = b"".join(response).decode(errors="replace")
    assert {name for name in NOT_TO_SEE[role] if title(name) in shown} == set()


@pytest.mark.parametrize("role", ["editor_b", "translator_de"])
@pytest.mark.parametrize("view", ["type_use", "type_use_results", "choose_parent"])
def test_no_list_of_a_type_names_what_is_anothers(world: World, role: str, view: str) -> None:
    url = reverse(f"wagtailadmin_pages:{view}", args=["services", "procedurepage"])

    shown = world.request(role, "get", url).content.decode()

    assert {name for name in (*NOT_TO_SEE[role], "page_a") if title(name) in shown} == set()


def test_a_copy_goes_to_ones_own_place_only(world: World) -> None:
    page = world["page_b"]
    form = {"new_title": "Kopie", "new_slug": "kopie", "new_parent_page": world["place_a"].pk}

    world.clients["editor_b"].post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)

    assert not type(page).objects.filter(slug="kopie").exists()


@pytest.mark.parametrize("address", ["move_confirm", "move"])
def test_a_move_to_another_team_changes_nothing(world: World, address: str) -> None:
    page, there = world["page_b"], world["place_a"]
    args = [page.pk, there.pk] if address == "move_confirm" else [page.pk]

    world.clients["editor_b"].post(
        reverse(f"wagtailadmin_pages:{address}", args=args), {"new_parent_page": there.pk}
    )

    assert type(page).objects.get(pk=page.pk).path == page.path


def test_translators_see_the_work_of_their_language_in_the_report(world: World) -> None:
    url = reverse("wagtail_localize:translations_report")

    assert title("page_a") in world.request("translator_en", "get", url).content.decode()
    assert title("page_a") not in world.request("translator_de", "get", url).content.decode()


def test_a_task_of_another_object_is_not_answered_by_way_of_ones_own(world: World) -> None:
    foreign = world["page_a"].current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[world["page_b"].pk, "approve", foreign.pk]
    )

    response = world.request("editor_b", "post", url)

    assert response.url == reverse("wagtailadmin_home")


def refusals(world: World, role: str, page: Any, contact: Any) -> list[Any]:
    """The errors of the form in which the person sends another contact than the chooser offers."""
    bound = page.get_edit_handler().get_form_class()
    form = bound(instance=page, for_user=world.users[role])
    data = {name: _as_sent(form, name) for name in form.fields}
    for name in form.formsets:
        data |= {f"{name}-{key}_FORMS": "0" for key in ("TOTAL", "INITIAL", "MAX_NUM", "MIN_NUM")}
    data |= {"contacts-TOTAL_FORMS": "1", "contacts-0-contact": contact.pk}
    sent = bound(data, instance=page, for_user=world.users[role])
    sent.is_valid()
    return [form.errors.get("contact") for form in sent.formsets["contacts"].forms]


def _as_sent(form: Any, name: str) -> Any:
    if isinstance(form.fields[name].widget, DraftailRichTextArea):
        return rich_text(form.initial.get(name) or "")
    return form.initial.get(name) or ""


@pytest.mark.parametrize(
    ("role", "name", "refused"),
    [
        ("editor_b", "contact_a", True),
        ("editor_b", "shared_contact", False),
        ("administrator", "contact_a", False),
    ],
)
def test_a_form_takes_no_contact_of_another_team(
    world: World, role: str, name: str, refused: bool
) -> None:
    errors = refusals(world, role, world["page_b"], world[name])

    assert bool(errors[0]) is refused


def test_what_an_administrator_chose_stays(world: World) -> None:
    page = world["page_b"]
    page.contacts = [ServiceContact(contact=world["contact_a"])]
    page.save()
    bound = page.get_edit_handler().get_form_class()

    form = bound(instance=page, for_user=world.users["editor_b"])

    assert form.formsets["contacts"].forms[0].initial["contact"] == world["contact_a"].pk


def test_an_editor_does_not_change_who_is_responsible(world: World) -> None:
    bound = world["place_a"].get_edit_handler().get_form_class()

    form = bound(instance=world["place_a"], for_user=world.users["editor_a"])

    assert "authority" not in form.fields
