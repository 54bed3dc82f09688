"""How templates write facts in the language of the reader."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from services.language.formats import format_date, format_language_name

if TYPE_CHECKING:
    from datetime import date

    from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """Write a date as `services.language.formats` does; nothing where there is none."""
    return format_date(value, get_language() or "en") if value else ""


@register.filter
def time_element(value: date | None) -> str:
    """Write a date, in the element that tells programs which it is; nothing where there is none."""
    return _time_element(value, get_language() or "en") if value else ""


@lru_cache(maxsize=1024)
def _time_element(value: date, language: str) -> SafeString:
    moment = f"{value:%Y-%m-%d}"
    return format_html('<time datetime="{}">{}</time>', moment, format_date(value, language))


@register.filter
def language_in_words(code: str) -> str:
    """Name a language as a sentence in the language of the reader would."""
    return format_language_name(code)
