"""What is due is published, and what has expired is unpublished; nothing stops the rest.

What expires although live pages need it stays live until they name something else: a page without
anybody who answers or helps would be worse for its readers than one that names who did. Each run
tries again; the history says so once.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.log_actions import registry as log_registry
from wagtail.models import DraftStateMixin, Page, Revision

from services.lifecycle.refusals import UnpublicationRefused
from services.models.publication import PublicationRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

logger = logging.getLogger(__name__)

REFUSED = "services.publish.refused"
KEPT = "services.unpublish.refused"


def unpublish_expired(*, at: datetime) -> int:
    """Unpublish what has expired; the translations of a source go with it."""
    count = 0
    for model in _models_with_drafts():
        for obj in model.objects.filter(live=True, expire_at__lt=at).order_by("expire_at", "pk"):
            # A translation may have gone with its source a moment ago.
            obj.refresh_from_db(fields=["live"])
            if obj.live and _expire(obj):
                count += 1
    return count


def publish_due(*, at: datetime) -> tuple[int, int]:
    """Publish each revision whose time has come; how many were published, and how many refused.

    The schedule of a refused revision is cleared, so that it is not refused every minute; the
    refusal stands in the history of its page.
    """
    published = refused = 0
    for revision in Revision.objects.filter(approved_go_live_at__lt=at).order_by(
        "approved_go_live_at", "pk"
    ):
        try:
            revision.publish(log_action="wagtail.publish.scheduled")
        except PublicationRefused as refusal:
            _record(revision, [str(reason.message) for reason in refusal.reasons])
            refused += 1
        except ValidationError as error:
            _record(revision, error.messages)
            refused += 1
        else:
            published += 1
    return published, refused


def _expire(obj: Any) -> bool:
    try:
        obj.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except UnpublicationRefused as refusal:
        _record_kept(obj, [str(reason.message) for reason in refusal.reasons])
        return False
    return True


def _record_kept(obj: Any, reasons: list[str]) -> None:
    """Write into history and log why it stays, unless that was done since it expired."""
    history = log_registry.get_logs_for_instance(obj)
    if history.filter(action=KEPT, timestamp__gte=obj.expire_at).exists():
        return
    log(instance=obj, action=KEPT, data={"reasons": reasons})
    logger.warning("Expired, but still needed: %s: %s", obj, "; ".join(reasons))


@transaction.atomic
def _record(revision: Revision, reasons: list[str]) -> None:
    """Clear the schedule and write the reasons into the history and the log."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    obj = revision.as_object()
    log(instance=obj, action=REFUSED, revision=revision, data={"reasons": reasons})
    logger.warning("Not published as scheduled: %s: %s", obj, "; ".join(reasons))


def _models_with_drafts() -> Iterator[Any]:
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model
