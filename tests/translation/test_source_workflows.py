"""A source in one of Wagtail's workflows goes live as it was reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from services.models.publication import PublicationRefused

if TYPE_CHECKING:
    from tests.translation.conftest import Place


def ordinary_workflow() -> Workflow:
    workflow = Workflow.objects.create(name="Moderation")
    task = GroupApprovalTask.objects.create(name="Moderators")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def test_a_source_in_an_ordinary_workflow_goes_live_as_reviewed(
    place: Place, superuser: Any
) -> None:
    page = place.page
    page.summary = "Gewijzigd."
    revision = page.save_revision()
    state = ordinary_workflow().start(page, superuser)

    state.current_task_state.approve(user=superuser)

    page.refresh_from_db()
    assert page.live_revision_id == revision.pk


def test_a_source_changed_after_the_submission_is_not_published(
    place: Place, superuser: Any
) -> None:
    page = place.page
    page.summary = "Gewijzigd."
    page.save_revision()
    state = ordinary_workflow().start(page, superuser)
    page.summary = "Later."
    page.save_revision()

    with pytest.raises(PublicationRefused, match="was changed after"):
        state.current_task_state.approve(user=superuser)

    page.refresh_from_db()
    assert page.summary == "Wanneer u hier mag stemmen."


def test_a_source_that_the_approver_changed_goes_live_as_changed(
    place: Place, superuser: Any
) -> None:
    page = place.page
    page.save_revision()
    state = ordinary_workflow().start(page, superuser)
    page.summary = "Van de eindredactie."
    page.save_revision(user=superuser)

    state.current_task_state.approve(user=superuser)

    page.refresh_from_db()
    assert page.summary == "Van de eindredactie."
