"""How templates mark texts that may be in another language than their page.

Such a text is a string, or an object with `lang` and `dir` whose `str()` is the text, as
`services.models.reading.Words`; both are empty in the page's own language.

    <h3 {{ step.title|lang_attributes }}>{{ step.title }}</h3>
    <dd>{{ pair.value|in_its_language }}</dd>

They are filters and no components because a page has a hundred of them.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html

register = template.Library()


@register.filter
def lang_attributes(text: Any) -> str:
    """Return the attributes of an element that holds the text: none in the page's language."""
    language = getattr(text, "lang", "")
    if not language:
        return ""
    if text.dir:
        return format_html('lang="{}" dir="{}"', language, text.dir)
    return format_html('lang="{}"', language)


@register.filter
def in_its_language(text: Any) -> Any:
    """Return the text, in an element of its own where it is not in the page's language."""
    if not getattr(text, "lang", ""):
        return text
    return format_html("<span {}>{}</span>", lang_attributes(text), text)
