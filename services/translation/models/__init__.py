from __future__ import annotations

from services.translation.models.review import TranslationReviewTask
from services.translation.models.versions import Status, TranslationVersion
from services.translation.models.writers import Writer

__all__ = ["Status", "TranslationReviewTask", "TranslationVersion", "Writer"]
