"""Is a page stopped that lacks what the law asks for, and only such a page?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.models import LifeEventPage, ProcedurePage
from services.models.facts import Deadline, Fee, Step
from services.models.guides import LifeEventStep
from services.models.publication import PublicationRefused
from services.quality.rules import inspect
from tests import factories

pytestmark = pytest.mark.django_db

A_DAY = date(2030, 1, 31)


@pytest.fixture
def authority() -> Any:
    return factories.authority_page(factories.site_tree().home)


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


def test_service_below_a_page_without_authority_is_refused() -> None:
    home = factories.site_tree().home
    parent = factories.authority_page(home, authority=None)
    draft = parent.add_child(instance=factories.procedure_draft())

    with pytest.raises(PublicationRefused) as refused:
        draft.save_revision().publish()

    assert refused.value.reasons[0].url == f"/admin/pages/{parent.pk}/edit/"


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


def test_step_of_a_life_event_leads_to_one_place() -> None:
    home = factories.site_tree().home
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


def test_page_of_an_authority_may_lack_it_while_it_is_empty(authority: Any) -> None:
    authority.authority = None

    authority.save_revision().publish()

    authority.refresh_from_db()
    assert authority.authority_id is None
