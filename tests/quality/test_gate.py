"""Is a page stopped that lacks what the law asks for, and only such a page?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from services.lifecycle.refusals import edit_url
from services.models import AuthorityPage, InformationPage, LifeEventPage, ProcedurePage
from services.models.facts import Deadline, Fee, Step
from services.models.guides import LifeEventStep
from services.models.publication import PublicationRefused, Reason
from services.quality.rules import inspect
from services.rights.operations import ensure_team
from tests import factories

pytestmark = pytest.mark.django_db

A_DAY = date(2030, 1, 31)


def test_complete_procedure_is_published(authority: Any) -> None:
    page = factories.service(authority)

    assert page.live


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"steps": []}, "steps"),
        ({"redress": "<p> </p>"}, "redress"),
        ({"fees": []}, "fees"),
        ({"periods": []}, "periods"),
        ({"silence": ""}, "silence"),
        ({"identification": []}, "identification"),
        ({"evidence": []}, "evidence"),
        ({"additional_languages": []}, "additional_languages"),
        ({"contacts_not_applicable": ""}, "contacts"),
        ({"payment": ""}, "payment"),
        ({"summary": ""}, "summary"),
    ],
)
def test_procedure_without_an_element_is_refused(
    authority: Any, values: dict[str, Any], field: str
) -> None:
    draft = authority.add_child(instance=factories.procedure_draft(**values))

    with pytest.raises(PublicationRefused) as refused:
        draft.save_revision().publish()

    assert [finding.field for finding in inspect(draft)] == [field]
    assert refused.value.reasons[0].url.startswith(f"/admin/pages/{draft.pk}/edit/#")
    assert not ProcedurePage.objects.get(pk=draft.pk).live


def test_reason_takes_the_place_of_an_element(authority: Any) -> None:
    page = factories.service(authority, fees=[], fees_not_applicable="Het is een recht.")

    assert page.live


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (lambda: factories.information_draft(body=""), "body"),
        (lambda: factories.information_draft(situation="<p></p>"), "situation"),
        (lambda: factories.assistance_draft(purpose=""), "purpose"),
        (lambda: factories.assistance_draft(fees_not_applicable=" "), "fees"),
    ],
)
def test_other_kinds_are_refused_without_an_element(authority: Any, draft: Any, field: str) -> None:
    page = authority.add_child(instance=draft())

    with pytest.raises(PublicationRefused):
        page.save_revision().publish()

    assert [finding.field for finding in inspect(page)] == [field]


def test_service_below_a_page_without_authority_is_refused(tree: factories.SiteTree) -> None:
    parent = factories.authority_page(tree.home, authority=None)
    draft = parent.add_child(instance=factories.procedure_draft())

    with pytest.raises(PublicationRefused) as refused:
        draft.save_revision().publish()

    url = f"/admin/pages/{parent.pk}/edit/#id_authority-label"
    assert refused.value.reasons[0].url == url


def refused_to(user: Any, page: Any) -> Reason:
    """The one reason against the publication of the page by the user."""
    [reason] = page.reasons_against_publication(page.get_latest_revision(), user)
    return reason


def a_draft_below(parent: Any, **values: Any) -> Any:
    page = parent.add_child(instance=factories.information_draft(**values))
    page.save_revision()
    return InformationPage.objects.get(pk=page.pk)


def unpublished(snippet: Any) -> Any:
    type(snippet).objects.filter(pk=snippet.pk).update(live=False)
    return type(snippet).objects.get(pk=snippet.pk)


def test_team_is_told_to_ask_where_the_authority_is_not_its_to_name(
    tree: factories.SiteTree,
) -> None:
    parent = factories.authority_page(tree.home, authority=None)
    editor = User.objects.create_user("redacteur")
    editor.groups.add(ensure_team(parent))

    with override("en"):
        reason = refused_to(editor, a_draft_below(parent))

        assert "Ask an administrator" in str(reason.message)
    assert not reason.url


def test_administrator_is_led_to_the_field_of_the_authority(
    tree: factories.SiteTree, admin_user: User
) -> None:
    parent = factories.authority_page(tree.home, authority=None)

    reason = refused_to(admin_user, a_draft_below(parent))

    assert reason.url.endswith("#id_authority-label")


def test_authority_that_is_a_draft_answers_for_nothing(authority: Any, admin_user: User) -> None:
    draft = unpublished(authority.authority)

    reason = refused_to(admin_user, a_draft_below(authority))

    assert reason.url == edit_url(draft)


def test_service_waits_for_the_page_above_it(authority: Any) -> None:
    editor = User.objects.create_user("redacteur")
    editor.groups.add(ensure_team(authority))

    reason = refused_to(editor, a_draft_below(unpublished(authority)))

    assert reason.url == f"/admin/pages/{authority.pk}/edit/"


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (factories.contact_point, "contacts"),
        (factories.legal_reference, "legal_references"),
    ],
)
def test_what_is_not_live_fills_nothing(
    authority: Any, admin_user: User, make: Any, name: str
) -> None:
    chosen = unpublished(make())
    page = a_draft_below(authority, **{name: [chosen], f"{name}_not_applicable": ""})

    reason = refused_to(admin_user, page)

    assert str(chosen) in str(reason.message)
    assert reason.url == edit_url(chosen)


def test_one_live_contact_is_enough(authority: Any) -> None:
    contacts = [unpublished(factories.contact_point()), factories.contact_point("Telefoonlijn")]
    draft = factories.information_draft(contacts=contacts, contacts_not_applicable="")

    assert factories.service(authority, draft).live


def test_translation_that_was_chosen_counts_while_its_source_is_live(authority: Any) -> None:
    contact = factories.translation(factories.contact_point(), name="Public desk")
    values = {"contacts": [unpublished(contact)], "contacts_not_applicable": ""}

    assert factories.service(authority, factories.information_draft(**values)).live


def test_page_for_nobody_is_refused(authority: Any) -> None:
    page = a_draft_below(authority, for_citizens=False, for_businesses=False)

    reason = refused_to(None, page)

    assert reason.url.endswith("#id_for_citizens-label")


def test_service_written_below_a_translation_takes_the_sources_authority(authority: Any) -> None:
    twin = factories.translation(authority, slug="lindewoude-en")
    AuthorityPage.objects.filter(pk=twin.pk).update(authority=None)
    draft = factories.information_draft(locale=factories.locale("en"))

    assert factories.service(twin, draft).live


def test_draft_saves_at_all_times(authority: Any) -> None:
    draft = authority.add_child(instance=factories.procedure_draft(steps=[], redress=""))

    assert draft.save_revision().pk


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("steps", Step(title="Kom langs", in_person=True)),
        ("steps", Step(title="")),
        ("fees", Fee(label="Volwassenen", amount=None)),
        ("periods", Deadline(label="Beslissing", party="authority")),
        ("periods", Deadline(label="Beslissing", party="authority", length=3)),
        ("periods", Deadline(label="Beslissing", party="user", length=3, unit="day", date=A_DAY)),
    ],
)
def test_unfinished_row_is_a_draft_and_never_public(authority: Any, name: str, row: Any) -> None:
    draft = authority.add_child(instance=factories.procedure_draft(**{name: [row]}))

    with pytest.raises(PublicationRefused) as refused:
        draft.save_revision().publish()

    assert [reason.field for reason in refused.value.reasons] == [name]


def test_step_of_a_life_event_leads_to_one_place(tree: factories.SiteTree) -> None:
    home = tree.home
    step = LifeEventStep(title="Schrijf u in", target=home, url="https://a.example/")
    draft: Any = LifeEventPage(title="Verhuizen", slug="verhuizen")
    draft.steps = [step]
    home.add_child(instance=draft)

    with pytest.raises(PublicationRefused):
        draft.save_revision().publish()


def test_page_of_an_authority_keeps_it_while_services_below_are_live(authority: Any) -> None:
    factories.service(authority)
    authority.refresh_from_db()
    authority.authority = None

    with pytest.raises(PublicationRefused) as refused:
        authority.save_revision().publish()

    assert refused.value.reasons[0].url.startswith(f"/admin/pages/{authority.pk}/edit/#")


def test_page_of_an_authority_keeps_it_for_what_is_written_below_its_translation(
    authority: Any,
) -> None:
    twin = factories.translation(authority, slug="lindewoude-en")
    factories.service(twin, factories.information_draft(locale=factories.locale("en")))
    authority.authority = None

    assert refused_to(None, authority).field == "authority"


def test_page_of_an_authority_takes_no_draft_for_live_services(authority: Any) -> None:
    factories.service(authority)
    authority.refresh_from_db()
    authority.authority = draft = unpublished(factories.competent_authority("Provincie"))

    assert refused_to(None, authority).url == edit_url(draft)


def test_page_of_an_authority_may_lack_it_while_it_is_empty(authority: Any) -> None:
    authority.authority = None

    authority.save_revision().publish()

    authority.refresh_from_db()
    assert authority.authority_id is None
