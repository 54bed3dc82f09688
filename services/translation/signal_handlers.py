"""What follows a changed source, a written text and a cancelled review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import WorkflowState
from wagtail.signals import workflow_cancelled
from wagtail_localize.models import SegmentOverride, StringTranslation

from services.changes import Change, content_changed
from services.translation.models import Status, TranslationVersion, Writer
from services.translation.tasks import extract_source

if TYPE_CHECKING:
    from services.models.publication import PublishedContent


@receiver(content_changed, dispatch_uid="translation.extract_changed_source")
def on_content_changed(instance: PublishedContent, change: Change, **kwargs: Any) -> None:
    if instance.is_source and change is not Change.NOTHING:
        enqueue = partial(extract_source.enqueue, instance._meta.label, instance.pk)
        transaction.on_commit(enqueue)


@receiver(post_save, sender=StringTranslation, dispatch_uid="translation.note_writer_of_text")
@receiver(post_save, sender=SegmentOverride, dispatch_uid="translation.note_writer_of_address")
def on_written(instance: StringTranslation | SegmentOverride, **kwargs: Any) -> None:
    """By whatever way it was written: in the editor or by a file."""
    if instance.context and instance.last_translated_by_id:
        Writer.objects.note(
            instance.context.object_id, instance.locale_id, instance.last_translated_by_id
        )


@receiver(workflow_cancelled, sender=WorkflowState, dispatch_uid="translation.end_review")
def on_workflow_cancelled(instance: WorkflowState, **kwargs: Any) -> None:
    """A version whose workflow was cancelled, by whatever way, is no longer in review."""
    TranslationVersion.objects.in_review().filter(
        revision_id__in=instance.task_states.values("revision_id")
    ).update(status=Status.SUPERSEDED)
