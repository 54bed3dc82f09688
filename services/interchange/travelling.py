"""Which objects an export has a line for, and so which of them other lines may name."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from services.models.publication import PublishedContent


def is_exported(obj: Any) -> bool:
    """Whether the version of one language is live, and every page above it, too."""
    if not obj.live or getattr(obj, "alias_of_id", None):
        return False
    return not isinstance(obj, Page) or not obj.get_ancestors().filter(live=False).exists()


def may_be_named(obj: Any) -> bool:
    """Whether a line may name the object: a code always, content where its source is exported."""
    if isinstance(obj, Page):
        obj = obj.specific
    if not isinstance(obj, PublishedContent):
        return not isinstance(obj, Page)
    source = obj.source
    return source is not None and is_exported(source)
