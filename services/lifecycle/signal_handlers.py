"""Lets the translations of a source follow it: moved, unpublished, deleted or made private."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move, pre_page_move, unpublished

from services.lifecycle.deleting import (
    delete_translations,
    refuse_unless_deletable,
    remember_identifier,
)
from services.lifecycle.moving import move_translations, refuse_unless_movable
from services.lifecycle.restricting import restrict_like_source, restrict_translations
from services.lifecycle.unpublishing import unpublish_translations
from services.models.publication import PublishedContent


@receiver(page_unpublished, dispatch_uid="lifecycle.page_unpublished")
def on_page_unpublished(instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, PublishedContent):
        unpublish_translations(instance)


@receiver(unpublished, dispatch_uid="lifecycle.unpublished")
def on_unpublished(instance: Any, **kwargs: Any) -> None:
    """Pages have a signal of their own, since Wagtail may send this one with half of a page."""
    if isinstance(instance, PublishedContent) and not isinstance(instance, Page):
        unpublish_translations(instance)


@receiver(pre_page_move, dispatch_uid="lifecycle.pre_page_move")
def before_move(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    refuse_unless_movable(instance.specific, parent_page_after)


@receiver(post_page_move, dispatch_uid="lifecycle.post_page_move")
def after_move(
    instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any
) -> None:
    if parent_page_before != parent_page_after:
        move_translations(instance.specific, parent_page_after)


@receiver(pre_delete, dispatch_uid="lifecycle.pre_delete")
def before_delete(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, PublishedContent):
        refuse_unless_deletable(instance)


@receiver(post_delete, dispatch_uid="lifecycle.post_delete")
def after_delete(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, PublishedContent):
        remember_identifier(instance)
        delete_translations(instance)


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="lifecycle.restricted")
@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="lifecycle.unrestricted")
def on_restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    restrict_translations(instance.page_id)


@receiver(
    m2m_changed, sender=PageViewRestriction.groups.through, dispatch_uid="lifecycle.restricted_to"
)
def on_restriction_groups_changed(instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        restrict_translations(instance.page_id)


@receiver(post_save, dispatch_uid="lifecycle.new_translation")
def after_new_page(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw and isinstance(instance, Page):
        restrict_like_source(instance)
