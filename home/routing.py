"""Which page has the address that a reader asks for?

Wagtail walks from the front page down, one query for each part of the address, and gives the
source language's page where a front page lacks a translation. Here one query finds the live page
of the address's language, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

if TYPE_CHECKING:
    from django.http import HttpRequest


def serve(request: HttpRequest, path: str) -> Any:
    """Serve the page as Wagtail does, its hooks included."""
    request._wagtail_route_for_request = _route(request, path)  # type: ignore[attr-defined]  # Wagtail's own cache
    return views.serve(request, path)


def _route(request: HttpRequest, path: str) -> RouteResult | None:
    language = get_language()
    site = Site.find_for_request(request)
    addresses = [
        root.root_path + path
        for root in Site.get_site_root_paths()
        if site and root.site_id == site.pk and root.language_code == language
    ]
    page = (
        Page.objects.live()
        .filter(_slug_of(path), url_path__in=addresses, locale__language_code=language)
        .select_related("locale")
        .first()
    )
    if page is None:
        return None
    specific = page.specific
    specific.locale = page.locale  # Wagtail forgets what it has read of the page.
    return RouteResult(specific)


def _slug_of(path: str) -> Q:
    """The last part of an address is the page's slug, for which there is an index."""
    slug = path.rstrip("/").rpartition("/")[2]
    return Q(slug=slug) if slug else Q()
