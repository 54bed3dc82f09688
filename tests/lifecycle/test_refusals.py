"""Is a refused publication told in words, with nothing lost, on each way through the admin?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Revision,
    Workflow,
    WorkflowTask,
)

from services.models import (
    AssistancePage,
    ContactPoint,
    InformationPage,
    ProcedurePage,
    publication,
)
from services.models.publication import Reason
from services.quality.rules import inspect
from tests import factories
from tests.lifecycle.conftest import fresh
from tests.lifecycle.forms import sent_by, words_shown

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
PAGE_FORM = "page-edit-form"
SNIPPET_FORM = "w-editor-form"
MISSING = "Redress and appeal"


@pytest.fixture
def client(admin_client: Client) -> Client:
    admin_client.raise_request_exception = True
    admin_client.cookies["django_language"] = "en"
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate that lets nothing pass."""

    def refuse(*args: Any) -> list[Reason]:
        return [Reason("Nooit <b>.", "/admin/#veld")]

    monkeypatch.setattr(publication, "_gates", [refuse])


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_form_keeps_the_edit_and_names_the_reasons(client: Client, incomplete: Any) -> None:
    url = edit_url(incomplete)
    changes = {"summary": "Nieuw geschreven.", "action-publish": "1"}

    response = client.post(url, sent_by(client, url, PAGE_FORM, **changes))

    page = fresh(incomplete)
    assert response.url == url
    assert not page.live
    assert page.get_latest_revision_as_object().summary == "Nieuw geschreven."
    assert f'href="{url}#id_redress_not_applicable"' in words_shown(client, response)


def test_live_page_stays_as_it_is_when_its_draft_is_refused(client: Client, authority: Any) -> None:
    page = factories.service(authority)
    url = edit_url(page)
    data = sent_by(client, url, PAGE_FORM, redress="null", **{"action-publish": "1"})

    response = client.post(url, data)

    assert MISSING in words_shown(client, response)
    assert "bezwaar" in fresh(page).redress
    assert "bezwaar" not in fresh(page).get_latest_revision_as_object().redress


@pytest.mark.parametrize("model", [InformationPage, ProcedurePage, AssistancePage])
def test_new_page_is_kept_as_a_draft(client: Client, authority: Any, model: Any) -> None:
    url = reverse("wagtailadmin_pages:add", args=["services", model._meta.model_name, authority.pk])
    data = sent_by(client, url, PAGE_FORM, title="Nieuw", slug="nieuw", **{"action-publish": "1"})

    response = client.post(url, data)

    page = model.objects.get(title="Nieuw")
    assert response.url == edit_url(page)
    assert not page.live
    assert "was not published" in words_shown(client, response)


@pytest.mark.parametrize("model", [InformationPage, ProcedurePage, AssistancePage])
def test_incomplete_draft_is_created_and_saved_again(
    client: Client, authority: Any, model: Any
) -> None:
    add = reverse("wagtailadmin_pages:add", args=["services", model._meta.model_name, authority.pk])

    created = client.post(add, sent_by(client, add, PAGE_FORM, title="Half", slug="half"))
    page = model.objects.get(title="Half")
    url = edit_url(page)
    saved = client.post(url, sent_by(client, url, PAGE_FORM, summary="Nog niet klaar."))

    assert created.status_code == saved.status_code == 302
    assert fresh(page).get_latest_revision_as_object().summary == "Nog niet klaar."
    assert inspect(fresh(page))


def test_schedule_of_an_incomplete_page_is_refused_at_once(client: Client, incomplete: Any) -> None:
    url = edit_url(incomplete)
    tomorrow = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = sent_by(client, url, PAGE_FORM, go_live_at=tomorrow, **{"action-publish": "1"})

    response = client.post(url, data)

    assert MISSING in words_shown(client, response)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_bulk_publication_publishes_what_may_be(
    client: Client, authority: Any, incomplete: Any
) -> None:
    complete = fresh(authority).add_child(instance=factories.procedure_draft(slug="volledig"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    url = f"{address}?id={incomplete.pk}&id={complete.pk}&next=/admin/pages/{authority.pk}/"

    shown = words_shown(client, client.post(url))

    assert fresh(complete).live
    assert not fresh(incomplete).live
    assert MISSING in shown
    assert "1 page has been published" in shown


def test_bulk_publication_goes_below_what_it_publishes(
    client: Client, authority: Any, incomplete: Any
) -> None:
    complete = fresh(authority).add_child(instance=factories.procedure_draft(slug="volledig"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    url = f"{address}?id={authority.pk}&next=/admin/pages/{authority.pk}/"

    response = client.post(url, {"include_descendants": "on"})

    assert fresh(complete).live
    assert not fresh(incomplete).live
    assert MISSING in words_shown(client, response)


@pytest.fixture
def in_review(incomplete: Any) -> Any:
    """The incomplete page with a workflow that waits for its last approval."""
    workflow = Workflow.objects.create(name="Vier ogen")
    task = GroupApprovalTask.objects.create(name="Nakijken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    return workflow.start(incomplete, User.objects.get())


def test_approval_of_an_incomplete_page_leaves_the_workflow(
    client: Client, incomplete: Any, in_review: Any
) -> None:
    state = in_review.current_task_state
    arguments = [incomplete.pk, "approve", state.pk]
    url = reverse("wagtailadmin_pages:workflow_action", args=arguments)

    response = client.post(url)

    assert MISSING in words_shown(client, response)
    in_review.refresh_from_db()
    assert in_review.status == "in_progress"


def test_dialogue_of_approval_is_led_to_the_form(
    client: Client, incomplete: Any, in_review: Any
) -> None:
    arguments = [incomplete.pk, "approve", in_review.current_task_state.pk]
    url = reverse("wagtailadmin_pages:workflow_action", args=arguments)

    answer = client.post(url, headers={"x-requested-with": "XMLHttpRequest"}).json()

    assert answer == {"step": "success", "redirect": edit_url(incomplete)}


def test_approval_in_the_form_keeps_the_edit(
    client: Client, incomplete: Any, in_review: Any
) -> None:
    url = edit_url(incomplete)
    action = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    data = sent_by(client, url, PAGE_FORM, summary="In de beoordeling.", **action)

    response = client.post(url, data)

    assert MISSING in words_shown(client, response)
    draft = fresh(incomplete).get_latest_revision_as_object()
    assert draft.summary == "In de beoordeling."


def test_revision_that_lacks_an_element_is_kept_as_a_draft(client: Client, authority: Any) -> None:
    page = authority.add_child(instance=factories.procedure_draft(redress=""))
    old = page.save_revision()
    page = fresh(page)
    page.redress = "<p>Maak bezwaar.</p>"
    page.save_revision().publish()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    data = sent_by(client, url, PAGE_FORM, **{"action-publish": "1"})

    response = client.post(edit_url(page), data)

    assert MISSING in words_shown(client, response)
    assert fresh(page).redress == "<p>Maak bezwaar.</p>"
    assert fresh(page).get_latest_revision_as_object().redress != "<p>Maak bezwaar.</p>"


def test_program_is_told_the_reasons_as_data(client: Client, incomplete: Any) -> None:
    url = reverse("wagtailadmin_api:pages:action", args=[incomplete.pk, "publish"])

    response = client.post(url, {}, content_type="application/json")

    assert response.status_code == 409
    assert MISSING in response.json()["reasons"][0]["message"]
    assert not fresh(incomplete).live


def test_draft_of_a_snippet_is_kept(client: Client, never: None) -> None:
    contact = ContactPoint.objects.create(name="Balie", locale=factories.locale("nl"))
    contact.save_revision()
    url = reverse("wagtailsnippets_services_contactpoint:edit", args=[contact.pk])
    data = sent_by(client, url, SNIPPET_FORM, name="Nieuwe balie", **{"action-publish": "1"})

    response = client.post(url, data)

    assert response.url == url
    assert '<a href="/admin/#veld">Nooit &lt;b&gt;.</a>' in words_shown(client, response)
    assert not fresh(contact).live
    assert fresh(contact).get_latest_revision_as_object().name == "Nieuwe balie"


def test_new_snippet_is_kept_as_a_draft(client: Client, never: None) -> None:
    factories.locale("nl")
    url = reverse("wagtailsnippets_services_contactpoint:add")
    data = sent_by(client, url, SNIPPET_FORM, name="Nieuwe balie", **{"action-publish": "1"})

    response = client.post(url, data)

    contact = ContactPoint.objects.get()
    assert response.url.endswith(f"/edit/{contact.pk}/")
    assert not contact.live
