"""How the front page's template asks for what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from home.front_page import FrontPageView

if TYPE_CHECKING:
    from django.template.context import Context

    from home.models import HomePage

register = template.Library()


@register.simple_tag(takes_context=True)
def front_page_view(context: Context, page: HomePage) -> FrontPageView:
    return FrontPageView(page, context.get("request"))
