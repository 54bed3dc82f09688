"""Tells the admin's dialogues which translations go with their source."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.refusals import title_of

register = template.Library()


@register.inclusion_tag("lifecycle/followers.html")
def followers(obj: Any, live_only: bool = False) -> dict[str, list[str]]:
    """A list of the translations that share the fate of the object; nothing if it has none."""
    whole = obj.specific if isinstance(obj, Page) else obj
    translations = translations_of(whole)
    return {
        "followers": [
            f"{language_of(each)}: {title_of(each)}"
            for each in translations
            if each.live or not live_only
        ]
    }
