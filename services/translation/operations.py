"""What is written about translations that come from elsewhere, complete and reviewed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from services.changes import digest
from services.translation.extraction import digest_of
from services.translation.models import Status, TranslationVersion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from wagtail.models import Revision

    from services.models.publication import PublishedContent


def record_import(
    target: PublishedContent,
    revision: Revision,
    *,
    words_changed_on: date | None,
    user: Any = None,
    segments: Sequence[dict[str, Any]] = (),
) -> TranslationVersion:
    """Record an imported revision as approved, so that the gate lets it through.

    Two queries, and one more where ``target.source`` is not fetched yet. The words of the source
    are what the translation follows: as they were published, or as they stand in its row.
    """
    source = target.source
    with transaction.atomic(savepoint=False):
        TranslationVersion.objects.of(target).current().update(status=Status.SUPERSEDED)
        return TranslationVersion.objects.create(
            translation_key=target.translation_key,
            locale_id=target.locale_id,
            revision=revision,
            content_digest=digest(revision.content),
            status=Status.APPROVED,
            source_digest=digest_of(source) if source else "",
            source_changed_on=words_changed_on,
            segments=list(segments),
            handed_in_by=user,
            reviewed_by=user,
            reviewed_at=timezone.now(),
        )
