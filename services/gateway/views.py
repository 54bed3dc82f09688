"""Answers who wants to see all pages of the gateway in one place.

The Commission's crawler follows links from the front page and reads no sitemap: this list, linked
from every footer, makes sure that it can reach every gateway page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from services.gateway.addresses import Addresses, addresses_for
from services.gateway.gateway_pages import gateway_pages
from services.language.collation import sort_key

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest, HttpResponse

ENTRIES_A_PAGE = 200


@require_safe
def index(request: HttpRequest, number: int = 1) -> HttpResponse:
    """List the public gateway pages of the language, by title, each with its summary."""
    found = _entries(addresses_for(request), get_language() or "")
    paginator = Paginator(found, ENTRIES_A_PAGE)
    if number < 1:
        raise Http404
    if number > paginator.num_pages or (number == 1 and request.path != _address(1)):
        return redirect(_address(min(number, paginator.num_pages)))
    return render(request, "gateway/index.html", _context(paginator.page(number)))


def _entries(addresses: Addresses, language: str) -> list[dict[str, str]]:
    rows = gateway_pages().public().filter(addresses.pages(language))
    entries = [
        {"title": title, "description": summary, "url": addresses.of(language, url_path)}
        for title, summary, url_path in rows.values_list("title", "summary", "url_path")
    ]
    return sorted(entries, key=lambda entry: (sort_key(entry["title"], language), entry["url"]))


def _context(page: Page) -> dict[str, Any]:
    title = _("All pages of the Single Digital Gateway")
    context: dict[str, Any] = {"page_title": title, "entries": page.object_list}
    if page.number > 1:
        # The page of this number may not exist in another language.
        context |= {"alternates": [], "x_default_url": ""}
    if page.paginator.num_pages > 1:
        context |= _pagination(page)
    return context


def _pagination(page: Page) -> dict[str, Any]:
    numbers = page.paginator.get_elided_page_range(page.number)
    return {
        "previous_url": _address(page.number - 1) if page.has_previous() else "",
        "next_url": _address(page.number + 1) if page.has_next() else "",
        "pages": [
            {"number": None}
            if isinstance(number, str)
            else {
                "number": number,
                "url": _address(number),
                "is_current": number == page.number,
            }
            for number in numbers
        ],
    }


def _address(number: int) -> str:
    if number == 1:
        return reverse("gateway:index")
    return reverse("gateway:index_page", args=(number,))
