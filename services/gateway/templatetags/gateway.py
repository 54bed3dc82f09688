"""How a page's templates say that it is part of the Single Digital Gateway."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html_join

from services.gateway.labels import bears_label
from services.gateway.tags import tags_of

register = template.Library()


@register.simple_tag
def gateway_tags(page: object, codes: Any = None, territories: Any = None) -> str:
    """Write the meta tags of a gateway page, one a line; nothing for any other page."""
    tags = tags_of(page, codes=codes, territories=territories)
    return format_html_join("\n", '<meta name="{}" content="{}">', tags)


@register.inclusion_tag("gateway/includes/label.html")
def gateway_label(page: object) -> dict[str, bool]:
    """Show the Your Europe label where the page is registered in its language."""
    return {"bears_label": bears_label(page)}
