"""What a reviewer decides about a version that was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState
from wagtail_localize.models import TranslationSource

from services.models.publication import PublicationRefused, Reason
from services.rights.translators import is_translator
from services.translation.models import Status, TranslationVersion, Writer
from services.translation.models.review import may_review
from services.translation.requesting import may_edit

if TYPE_CHECKING:
    from services.models.publication import PublishedContent


class NotInReview(Exception):  # noqa: N818  # It is an answer to the reviewer, not a fault.
    """The version was decided, handed in anew or withdrawn in the meantime."""


class StillInReview(Exception):  # noqa: N818  # It is an answer to the user, not a fault.
    """Publishing the approved version again would end the review of a newer one."""


class NothingApproved(Exception):  # noqa: N818  # It is an answer to the user, not a fault.
    """There is no approved version that could be published again."""


@transaction.atomic
def approve(version: TranslationVersion, *, user: Any, comment: str = "") -> None:
    """Approve a version and publish exactly its revision.

    Raises PublicationRefused, and writes nothing, if the revision is no longer what was handed
    in, if the object has a later one, or if the workflow has another step.
    """
    locked, task_state = _in_review(version, user)
    TranslationVersion.objects.filter(
        translation_key=locked.translation_key, locale_id=locked.locale_id
    ).approved().update(status=Status.SUPERSEDED)
    _decide(locked, Status.APPROVED, user, comment)
    writers = Writer.objects.on(locked.translation_key, locked.locale_id)
    writers.until(locked.handed_in_at).delete()
    task_state.approve(user=user, comment=comment)
    _refuse_unless_live(locked)
    _sync_view_restrictions(locked)


@transaction.atomic
def ask_back(version: TranslationVersion, *, user: Any, comment: str) -> None:
    """Give a version back to its translator with a comment; what is live stays."""
    locked, task_state = _in_review(version, user)
    _decide(locked, Status.ASKED_BACK, user, comment)
    task_state.reject(user=user, comment=comment)


def publish_again(target: PublishedContent, *, user: Any) -> None:
    """Put the last approved revision live again after it was taken offline."""
    if not may_publish_again(target, user):
        raise PermissionDenied
    versions = TranslationVersion.objects.of(target)
    if versions.in_review().exists():
        raise StillInReview
    version = versions.approved().first()
    if version is None or version.revision is None:
        raise NothingApproved
    version.revision.publish(user=user, skip_permission_checks=True)


def may_publish_again(target: PublishedContent, user: Any) -> bool:
    """Translators of the language, and the team of the source."""
    source = target.source
    return is_translator(user, target.locale) or (source is not None and may_edit(user, source))


def _in_review(version: TranslationVersion, user: Any) -> tuple[TranslationVersion, TaskState]:
    locked = TranslationVersion.objects.select_for_update().get(pk=version.pk)
    task_state = TaskState.objects.filter(
        revision_id=locked.revision_id, status=TaskState.STATUS_IN_PROGRESS
    ).first()
    if locked.status != Status.IN_REVIEW or task_state is None:
        raise NotInReview
    if not may_review(locked, user):
        raise PermissionDenied
    return locked, task_state


def _refuse_unless_live(version: TranslationVersion) -> None:
    """What is approved is live: another step of the workflow would leave it waiting."""
    target = version.revision.content_object if version.revision else None
    if target is None or target.live_revision_id != version.revision_id:
        message = _(
            "The workflow of translations has another step, so nothing would be published. "
            "An administrator has to remove it."
        )
        raise PublicationRefused(target or version, [Reason(message)])


def _decide(version: TranslationVersion, status: Status, user: Any, comment: str) -> None:
    version.status = status
    version.reviewed_by = user
    version.reviewed_at = timezone.now()
    version.comment = comment
    version.save(update_fields=["status", "reviewed_by", "reviewed_at", "comment"])


def _sync_view_restrictions(version: TranslationVersion) -> None:
    """Whoever may not see the source may not see the translation."""
    target = version.revision.content_object if version.revision else None
    if isinstance(target, Page):
        extracted = TranslationSource.objects.filter(
            object_id=version.translation_key, translations__target_locale=version.locale_id
        ).first()
        if extracted is not None:
            extracted.update_target_view_restrictions(version.locale)
