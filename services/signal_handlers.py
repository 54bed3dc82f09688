"""Hands each publication over to the comparison with the one before.

Wagtail sends ``published`` for pages and snippets alike, for pages after ``page_published``.
"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import published

from services.changes import record_publication
from services.models.publication import PublishedContent


@receiver(published, dispatch_uid="services.record_publication")
def on_published(instance: Any, **kwargs: Any) -> None:
    # Wagtail sends it for a draft, too, when that is scheduled.
    if isinstance(instance, PublishedContent) and instance.live:
        record_publication(instance, on=timezone.localdate())
