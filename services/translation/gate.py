"""Stops the publication of a translation that nobody has approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from services.models.publication import PublishedContent, Reason
from services.translation.addresses import admin_url
from services.translation.models import TranslationVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.models import Revision


def approved_by_somebody_else(
    obj: PublishedContent, revision: Revision, user: Any
) -> Iterator[Reason]:
    """A gate: of a translation, only the very revision that was approved may go live."""
    if obj.is_source:
        return
    version = TranslationVersion.objects.approved().filter(revision_id=revision.pk).first()
    if version is None or not version.is_unchanged(revision):
        yield Reason(
            _(
                "“%(title)s” is a translation, and this revision of it has not been approved. "
                "Hand it in, and let another translator approve it."
            )
            % {"title": obj}
        )
    source = obj.source
    if source is None or not source.live:
        yield Reason(
            _("“%(title)s” is the translation of a page that is not published.") % {"title": obj}
        )


def page_above_is_live(obj: PublishedContent, revision: Revision, user: Any) -> Iterator[Reason]:
    """A gate: a translation whose page above nobody can read would have no way back to it."""
    if obj.is_source or not isinstance(obj, Page):
        return
    parent = obj.get_parent()
    if not parent.is_root() and not parent.live:
        yield Reason(
            _("“%(parent)s”, the page above “%(title)s”, is not published in this language yet.")
            % {"parent": parent.get_admin_display_title(), "title": obj},
            admin_url(parent.specific),
        )
