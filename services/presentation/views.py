"""Which view shows a page?

A page has one view for a response: its frame and its content share what they read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.models import AuthorityPage, LifeEventPage, ServicePage, TopicPage
from services.presentation.guides import AuthorityView, LifeEventView, TopicView
from services.presentation.page_view import PageView
from services.presentation.service_page import ServiceView

if TYPE_CHECKING:
    from django.http import HttpRequest

VIEWS: dict[type, type[PageView]] = {
    ServicePage: ServiceView,
    TopicPage: TopicView,
    LifeEventPage: LifeEventView,
    AuthorityPage: AuthorityView,
}


def view_of(page: Any, request: HttpRequest | None = None) -> PageView:
    if "_view" not in page.__dict__:
        kinds = (view for kind, view in VIEWS.items() if isinstance(page, kind))
        page.__dict__["_view"] = next(kinds, PageView)(page, request)
    view: PageView = page.__dict__["_view"]
    return view
