"""What happens when a workflow ends: exactly the revision that was reviewed goes live.

Wagtail itself publishes the latest revision, even one that was saved after the review. The
setting WAGTAIL_FINISH_WORKFLOW_ACTION names the function below; Wagtail imports it with its own
models, so models are imported late here.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from wagtail.models import TaskState, WorkflowState

logger = logging.getLogger(__name__)


def publish_reviewed_revision(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish what was reviewed, of sources and translations alike.

    If there is a later revision, or the reviewed one was overwritten since, it raises
    PublicationRefused: nothing is published and the workflow goes on. Of a source, who approves
    may have changed it in the same form: that later revision is what they approve.
    """
    from services.models.publication import PublicationRefused, PublishedContent, Reason
    from services.translation.addresses import admin_url

    task_state = workflow_state.current_task_state
    obj = task_state.revision.as_object()
    is_translation = isinstance(obj, PublishedContent) and not obj.is_source
    changed = _changed_since(task_state, obj)
    revision = obj.latest_revision if changed and not is_translation else task_state.revision
    if changed and (is_translation or user is None or revision.user_id != user.pk):
        logger.warning("Not published: %s was changed after revision %s", obj, task_state.revision)
        message = _(
            "“%(title)s” was changed after it was submitted for review, so nothing was published. "
            "Cancel the workflow and submit the newest version."
        )
        raise PublicationRefused(obj, [Reason(message % {"title": obj}, admin_url(obj))])
    revision.publish(user=user, skip_permission_checks=is_translation)


def _changed_since(task_state: TaskState, obj: Any) -> bool:
    """Wagtail may save a later revision, or overwrite this one, which moves its date."""
    revision = task_state.revision
    return obj.latest_revision_id != revision.pk or revision.created_at > task_state.started_at
