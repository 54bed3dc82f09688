"""Hands each publication over to the comparison with the one before, and forgets what was kept.

Wagtail sends ``published`` for pages and snippets alike, for pages after ``page_published``.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move, published

from services.changes import record_publication
from services.models import Territory
from services.models.publication import PublishedContent
from services.presentation import kept

KEPT = (Page, PageViewRestriction, Site, Territory)


@receiver(published, dispatch_uid="services.record_publication")
def on_published(instance: Any, **kwargs: Any) -> None:
    # Wagtail sends it for a draft, too, when that is scheduled.
    if isinstance(instance, PublishedContent) and instance.live:
        record_publication(instance, on=timezone.localdate())


@receiver((post_save, post_delete, post_page_move), dispatch_uid="services.forget_what_is_kept")
def on_changed(instance: Any, **kwargs: Any) -> None:
    """Let who changes a page see it on the next; once more at the end, as others may have read."""
    if isinstance(instance, KEPT):
        kept.forget()
        transaction.on_commit(kept.forget, robust=True)
