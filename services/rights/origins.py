"""Which content was written where it stands, and which was translated from another language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import F, Q

from services.models.service_page import PublishedPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model


def is_translation(obj: Any) -> bool:
    """Whether a page or snippet was translated; what is not published content never was."""
    return not getattr(getattr(obj, "specific_deferred", obj), "is_source", True)


def translations(languages: Iterable[int] | None = None) -> Q:
    """The pages that were translated, into the given languages if any are given."""
    translated = Q(pk__in=[])
    for model in _page_models():
        pages = model._default_manager.exclude(locale_id=F("source_locale_id"))
        if languages is not None:
            pages = pages.filter(locale_id__in=languages)
        translated |= Q(pk__in=pages.values("pk"))
    return translated


@cache
def _page_models() -> tuple[type[Model], ...]:
    """The page types whose own table says what they were translated from."""
    return tuple(
        model
        for model in apps.get_models()
        if issubclass(model, PublishedPage)
        and model._meta.get_field("source_locale").model is model
    )
