"""What goes with a source, wherever it goes: its translations."""

from __future__ import annotations

from typing import Any

from services.models.publication import PublishedContent


def translations_of(obj: Any) -> list[Any]:
    """The translations of a source, whole, by language; of anything else none."""
    if not isinstance(obj, PublishedContent) or not obj.is_source:
        return []
    model: Any = type(obj)
    return list(
        model._base_manager.filter(translation_key=obj.translation_key)
        .exclude(locale_id=obj.locale_id)
        .select_related("locale")
        .order_by("locale__language_code", "pk")
    )


def language_of(obj: Any) -> str:
    """The language's name, as in “English”."""
    return str(obj.locale)
