"""How are the links to the pages of a long list written?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from services.presentation.kept import Kept
from services.presentation.markup import filled_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

register = template.Library()

GAP = SafeString("<li>…</li>")
LINK = """
<li>
    <a class="ds-button" data-variant="{}" href="{}" {} aria-label="{}">{}</a>
</li>
"""


@register.filter
def page_links(pages: Iterable[Mapping[str, Any]]) -> str:
    """Return a link for each page, as an item of a list: .number (none: a gap) .url .is_current."""
    language = get_language() or ""
    return SafeString("".join(_link(page, language) for page in pages))


def _link(page: Mapping[str, Any], language: str) -> SafeString:
    number = page["number"]
    if number is None:
        return GAP
    variant, current = "tertiary", ""
    if page.get("is_current"):
        variant, current = "primary", SafeString('aria-current="true"')
    return filled_in(LINK, variant, page["url"], current, _names.of((number, language)), number)


def _name(key: tuple[int, str]) -> str:
    """Name a page by its number, in the active language."""
    number, _language = key
    return _("Page %(number)s") % {"number": number}


_names = Kept(_name)
