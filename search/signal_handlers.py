"""Hands every change of a public page over to the outbox, in the transaction of the change.

Wagtail's own signals of an unpublication, a move and a new slug come after the transaction, when
a crash would lose them; all of them save the page, so the saving itself is what is heard.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction

from search import affected
from search.operations import note_changes
from services.models import Territory


@receiver(pre_save, dispatch_uid="search.remember_outline")
def before_page_is_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if isinstance(instance, Page) and not raw and affected.has_dependents(instance):
        instance.__dict__["_outline_before"] = affected.outline(instance)


@receiver(post_save, dispatch_uid="search.note_saved_page")
def on_page_saved(
    instance: Any, raw: bool = False, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if not isinstance(instance, Page) or raw:
        return
    before = instance.__dict__.pop("_outline_before", None)
    if affected.is_public_change(update_fields):
        places = affected.places_of(instance)
        if before and before != (instance.url_path, instance.title, instance.live):
            places += affected.dependent_places(instance)
        note_changes(places)


@receiver(post_delete, sender=Page, dispatch_uid="search.note_deleted_page")
def on_page_deleted(instance: Page, **kwargs: Any) -> None:
    own = (instance.translation_key, instance.locale.language_code)
    note_changes([own, *affected.places_of(instance)])


@receiver(post_save, sender=PageViewRestriction, dispatch_uid="search.note_restriction")
@receiver(post_delete, sender=PageViewRestriction, dispatch_uid="search.note_no_restriction")
def on_restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    note_changes(affected.places_restricted_with(instance.page))


@receiver(post_save, sender=Territory, dispatch_uid="search.note_saved_territory")
def on_territory_saved(
    instance: Territory, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if not (created or raw):
        note_changes(affected.places_in(instance))
