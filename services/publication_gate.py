"""Puts the gate where every publication in Wagtail passes.

Wagtail 8's edit view and admin API build the publishing action themselves and never call
``publish()`` of the model, so the gate stands in the action, which all ways have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from wagtail.actions.publish_revision import PublishRevisionAction

from services.models.publication import PublishedContent

if TYPE_CHECKING:
    from wagtail.models import Revision

_publish_without_gate = PublishRevisionAction._publish_revision


def _publish_through_gate(
    self: PublishRevisionAction,
    revision: Revision,
    object: Any,  # noqa: A002  # Wagtail's name for it
    user: Any,
    *args: Any,
    **kwargs: Any,
) -> Any:
    with transaction.atomic():
        if isinstance(object, PublishedContent):
            object.refuse_unless_publishable(revision, user)
        return _publish_without_gate(self, revision, object, user, *args, **kwargs)


def install() -> None:
    """Let every publishing action pass the gate; calling it twice changes nothing."""
    PublishRevisionAction._publish_revision = _publish_through_gate
