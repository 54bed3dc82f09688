"""Answers crawlers that ask for the sitemap: an index, and the files that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from services.gateway.addresses import absolute, addresses_for
from services.gateway.sitemap import Sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from django.http import HttpRequest

    from services.gateway.sitemap import Entry, SitemapFile

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Name the files of all languages."""
    return _xml(_index(Sitemap(addresses_for(request)).files()))


@require_safe
def sitemap_file(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """Name up to 5,000 addresses of one language."""
    entries = Sitemap(addresses_for(request)).entries(language, number)
    if not entries:
        raise Http404
    return _xml(_file(entries))


def _index(files: Iterable[SitemapFile]) -> Iterator[str]:
    yield f'<sitemapindex xmlns="{SCHEMA}">\n'
    for file in files:
        address = absolute(reverse("sitemap_file", args=(file.language, file.number)))
        yield f"<sitemap><loc>{escape(address)}</loc>{_changed(file.changed_at)}</sitemap>\n"
    yield "</sitemapindex>\n"


def _file(entries: Iterable[Entry]) -> Iterator[str]:
    yield f'<urlset xmlns="{SCHEMA}" xmlns:xhtml="{XHTML}">\n'
    for entry in entries:
        yield f"<url><loc>{escape(entry.address)}</loc>{_changed(entry.changed_at)}"
        for language, address in entry.alternates.items():
            yield _link(language, address)
        if entry.x_default:
            yield _link("x-default", entry.x_default)
        yield "</url>\n"
    yield "</urlset>\n"


def _link(language: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'


def _changed(at: datetime | None) -> str:
    return f"<lastmod>{at.isoformat(timespec='seconds')}</lastmod>" if at else ""


def _xml(parts: Iterable[str]) -> HttpResponse:
    response = HttpResponse(DECLARATION + "".join(parts), content_type="application/xml")
    response["X-Robots-Tag"] = "noindex"  # The file is for crawlers and no result of a search.
    return response
