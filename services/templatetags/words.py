"""How templates mark texts that may be in another language than their page.

Such a text is a string, or an object with `lang` and `dir` whose `str()` is the text, as
`services.models.reading.Words`; both are empty in the page's own language.

    <h3 {{ step.title|lang_attributes }}>{{ step.title }}</h3>
    <dd>{{ pair.value|in_its_language }}</dd>
    {{ entry.title|linked:entry.url }}

They are filters and no components because a page has a hundred of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.safestring import SafeString

from services.presentation.markup import filled_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.presentation.language_links import LanguageLink

register = template.Library()

TAG = '<span class="ds-tag" data-color="{}" data-size="sm" {}>{}</span>'
LANGUAGE_LINK = '<li><a href="{}" lang="{}" hreflang="{}" {} {}>{}</a></li>'


@register.filter
def lang_attributes(text: Any) -> str:
    """Return the attributes of an element that holds the text: none in the page's language."""
    language = getattr(text, "lang", "")
    if not language:
        return SafeString("")
    if text.dir:
        return filled_in('lang="{}" dir="{}"', language, text.dir)
    return filled_in('lang="{}"', language)


@register.filter
def in_its_language(text: Any) -> Any:
    """Return the text, in an element of its own where it is not in the page's language."""
    if not getattr(text, "lang", ""):
        return text
    return filled_in("<span {}>{}</span>", lang_attributes(text), text)


@register.filter
def linked(text: Any, url: str) -> str:
    """Return the text as a link."""
    return filled_in('<a href="{}" {}>{}</a>', url, lang_attributes(text), text)


@register.filter
def paragraph(text: Any) -> str:
    """Return the text as a paragraph; nothing where there is no text."""
    return filled_in("<p {}>{}</p>", lang_attributes(text), text) if text else ""


@register.filter
def tag(text: Any, colour: str = "neutral") -> str:
    """Return the short name of a kind or state; colour ("neutral", "accent", "info", "warning")."""
    return filled_in(TAG, colour, lang_attributes(text), text)


@register.filter
def list_items(texts: Iterable[Any] | None) -> str:
    """Return each text as an item of a list."""
    items = [filled_in("<li>{}</li>", in_its_language(text)) for text in texts or ()]
    return SafeString("".join(items))


@register.filter
def language_links(languages: Iterable[LanguageLink]) -> str:
    """Return a link for each language, as an item of a list."""
    return SafeString("".join(map(_language_link, languages)))


def _language_link(link: LanguageLink) -> SafeString:
    direction = filled_in('dir="{}"', link.dir) if link.dir else ""
    current = SafeString('aria-current="true"') if link.is_current else ""
    return filled_in(LANGUAGE_LINK, link.url, link.code, link.code, direction, current, link.name)
