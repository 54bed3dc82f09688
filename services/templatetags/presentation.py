"""How templates ask for what a page or a snippet shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from services.presentation.snippet_previews import preview_of
from services.presentation.views import view_of

if TYPE_CHECKING:
    from django.template.context import Context

    from services.models.authorities import PublishedSnippet
    from services.presentation.cards import Card, Law
    from services.presentation.page_view import PageView

register = template.Library()


@register.simple_tag(takes_context=True)
def page_view(context: Context, page: Any) -> PageView:
    """What readers see of a page."""
    return view_of(page, context.get("request"))


@register.simple_tag
def snippet_preview(snippet: PublishedSnippet) -> Card | Law:
    """The snippet as pages show it."""
    return preview_of(snippet)
