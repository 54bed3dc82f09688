"""The step of Wagtail's workflow in which somebody else reviews a translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from services.lifecycle.refusals import ActionRefused
from services.models.publication import Reason
from services.rights.translators import is_translator, locales_of
from services.translation.addresses import review_url
from services.translation.models.versions import TranslationVersion

if TYPE_CHECKING:
    from django.db.models import QuerySet

WORKFLOW_NAME = "Translation review"


class TranslationReviewTask(Task):
    """Translators of the language approve or ask back what somebody else wrote.

    Wagtail's own addresses (moderation panel, workflow actions) ask this task what a user may do.
    """

    class Meta:
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")

    @classmethod
    def get_description(cls) -> Any:
        return _("Translators of the language approve what somebody else wrote")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return is_translator(user, obj.locale)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not is_translator(user, obj.locale)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        version = TranslationVersion.objects.of(obj).in_review().first()
        if version is None or not may_review(version, user):
            return []
        return [("reject", _("Ask back"), True), ("approve", _("Approve"), False)]

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        from services.translation.reviewing import NotInReview, approve, ask_back

        version = TranslationVersion.objects.filter(revision_id=task_state.revision_id).first()
        decide = {"approve": approve, "reject": ask_back}.get(action_name)
        if version is None or decide is None:
            raise PermissionDenied
        try:
            decide(version, user=user, comment=kwargs.get("comment", ""))
        except NotInReview as error:
            reason = Reason(_("This version is no longer in review."), review_url(version))
            raise ActionRefused(task_state.revision.as_object(), [reason]) from error

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        return (
            TaskState.objects.filter(
                task_id=self.pk,
                status=TaskState.STATUS_IN_PROGRESS,
                revision__translation_version__locale__in=locales_of(user),
            )
            .exclude(revision__translation_version__handed_in_by_id=user.pk)
            .exclude(revision__translation_version__authors=user.pk)
        )


def may_review(version: TranslationVersion, user: Any) -> bool:
    """A translator of the language, or an administrator, who wrote none of its new words."""
    return is_translator(user, version.locale) and not version.was_written_by(user)
