"""How templates write facts in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import get_language

from services.language.formats import format_date, format_language_name

if TYPE_CHECKING:
    from datetime import date

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """Write a date as `services.language.formats` does; nothing where there is none."""
    return format_date(value, get_language() or "en") if value else ""


@register.filter
def language_in_words(code: str) -> str:
    """Name a language as a sentence in the language of the reader would."""
    return format_language_name(code)
