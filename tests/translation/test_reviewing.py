"""Somebody else approves exactly what was handed in, or asks it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowTask

from services.models.publication import PublicationRefused
from services.translation.extraction import extract
from services.translation.models import Status, TranslationVersion
from services.translation.models.review import WORKFLOW_NAME, may_review
from services.translation.reviewing import (
    NotInReview,
    approve,
    ask_back,
)
from services.translation.staleness import is_stale
from tests import factories
from tests.translation.steps import (
    approved,
    ask,
    content_of,
    hand_in_now,
    person,
    republish,
    set_text,
    target_of,
    translate,
)

if TYPE_CHECKING:
    from tests.translation.conftest import Place


def task_state_of(version: TranslationVersion) -> TaskState:
    return TaskState.objects.get(revision=version.revision)


def test_approval_publishes_the_reviewed_revision(
    version: TranslationVersion, reviewer: Any
) -> None:
    approve(version, user=reviewer)

    target = target_of(version)
    assert (target.live, target.live_revision_id) == (True, version.revision_id)
    assert not target.current_workflow_state


def test_a_translation_is_up_to_date_after_its_approval(
    place: Place, translator: Any, reviewer: Any
) -> None:
    approved(place.page, translator, reviewer)
    extract(republish(place.page, body="<p>U mag stemmen voor de gemeenteraad.</p>"))

    target = approved(place.page, translator, reviewer)

    assert not is_stale(target)


def test_a_translation_stays_stale_until_it_is_approved(
    place: Place, translator: Any, reviewer: Any
) -> None:
    target = approved(place.page, translator, reviewer)
    extract(republish(place.page, body="<p>Nieuw.</p>"))

    hand_in_now(translate(ask(place.page), by=translator), translator)

    assert is_stale(target)


def test_a_later_revision_stops_the_approval(version: TranslationVersion, reviewer: Any) -> None:
    target_of(version).save_revision()

    with pytest.raises(PublicationRefused, match="was changed after"):
        approve(version, user=reviewer)

    version.refresh_from_db()
    assert (target_of(version).live, version.status) == (False, Status.IN_REVIEW)


def test_a_revision_that_was_overwritten_stops_the_approval(
    version: TranslationVersion, translator: Any, reviewer: Any
) -> None:
    obj = content_of(version)
    obj.save_revision(user=translator, overwrite_revision=version.revision, clean=False)

    with pytest.raises(PublicationRefused):
        approve(version, user=reviewer)

    assert not target_of(version).live


def test_a_version_is_decided_once(version: TranslationVersion, reviewer: Any) -> None:
    approve(version, user=reviewer)

    with pytest.raises(NotInReview):
        approve(version, user=reviewer)


def test_asking_back_leaves_what_is_live(version: TranslationVersion, reviewer: Any) -> None:
    ask_back(version, user=reviewer, comment="Too formal.")

    version.refresh_from_db()
    assert (version.status, version.comment) == (Status.ASKED_BACK, "Too formal.")
    assert not target_of(version).live


def test_what_was_asked_back_can_be_handed_in_again(
    place: Place, translator: Any, reviewer: Any
) -> None:
    translation = translate(ask(place.page), by=translator)
    ask_back(hand_in_now(translation, translator), user=reviewer, comment="Too formal.")

    approve(hand_in_now(translation, translator), user=reviewer)

    assert translation.get_target_instance().live


@pytest.mark.parametrize(
    ("groups", "superuser", "expected"),
    [
        (["Translators en"], False, True),
        (["Translators de"], False, False),
        ([], False, False),
        ([], True, True),
    ],
    ids=["translator", "of another language", "anybody", "superuser"],
)
def test_only_translators_of_the_language_review(
    version: TranslationVersion, groups: list[str], superuser: bool, expected: bool
) -> None:
    somebody = person("somebody", *groups, superuser=superuser)

    assert may_review(version, somebody) is expected


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_approves_what_they_handed_in(place: Place, superuser: bool) -> None:
    author = person("author", "Translators en", superuser=superuser)
    version = hand_in_now(translate(ask(place.page)), author)

    with pytest.raises(PermissionDenied):
        approve(version, user=author)


@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_approves_words_that_they_wrote(
    place: Place, translator: Any, superuser: bool
) -> None:
    author = person("author", "Translators en", superuser=superuser)
    translation = translate(ask(place.page), by=translator)
    set_text(translation, "summary", "When you may vote here.", by=author)
    version = hand_in_now(translation, translator)

    with pytest.raises(PermissionDenied):
        approve(version, user=author)


def test_words_that_were_approved_before_do_not_count(
    place: Place, translator: Any, reviewer: Any
) -> None:
    approved(place.page, translator, reviewer)
    translation = ask(place.page)
    set_text(translation, "summary", "When you may vote here.", by=reviewer)

    version = hand_in_now(translation, reviewer)

    assert may_review(version, translator)


def test_wagtails_task_offers_the_decision_to_reviewers_only(
    version: TranslationVersion, translator: Any, reviewer: Any
) -> None:
    task = task_state_of(version).task.specific

    actions = {name for name, *_ in task.get_actions(target_of(version), reviewer)}
    assert actions == {"approve", "reject"}
    assert task.get_actions(target_of(version), translator) == []


def test_wagtails_task_refuses_the_author(version: TranslationVersion, translator: Any) -> None:
    state = task_state_of(version)

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, translator, "approve")


def test_the_moderation_panel_lists_what_one_may_review(
    version: TranslationVersion, translator: Any, reviewer: Any
) -> None:
    assert list(TaskState.objects.reviewable_by(reviewer)) == [task_state_of(version)]
    assert list(TaskState.objects.reviewable_by(translator)) == []


def test_wagtails_state_alone_publishes_nothing(
    version: TranslationVersion, superuser: Any
) -> None:
    with pytest.raises(PublicationRefused):
        task_state_of(version).approve(user=superuser)

    assert not target_of(version).live


def test_a_cancelled_workflow_ends_the_review(version: TranslationVersion, reviewer: Any) -> None:
    target_of(version).current_workflow_state.cancel(user=reviewer)

    version.refresh_from_db()
    assert version.status == Status.SUPERSEDED
    with pytest.raises(NotInReview):
        approve(version, user=reviewer)


def test_languages_are_approved_one_by_one(place: Place, translator: Any, reviewer: Any) -> None:
    factories.locale("de")
    german = person("german", "Translators de")
    approve(hand_in_now(translate(ask(place.contact), by=translator), translator), user=reviewer)
    version = hand_in_now(translate(ask(place.contact, "de"), by=german), german)

    assert target_of(version).locale.language_code == "de"
    assert not target_of(version).live


def test_a_second_step_of_the_workflow_stops_the_approval(
    version: TranslationVersion, reviewer: Any
) -> None:
    workflow = Workflow.objects.get(name=WORKFLOW_NAME)
    task = GroupApprovalTask.objects.create(name="Moderators")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)

    with pytest.raises(PublicationRefused, match="another step"):
        approve(version, user=reviewer)

    version.refresh_from_db()
    assert version.status == Status.IN_REVIEW
