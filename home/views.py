"""What answers at the site's own addresses, which are no editor's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.a_to_z import letters
from home.front_page import guides
from home.languages import best_language, languages_with_front_page, versions_of
from home.missing import gone
from home.untranslated import untranslated_page
from services.models import DeletedService, LifeEventPage, ServicePage, TopicPage

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse


class SeeOther(HttpResponseRedirect):
    """Names a document about the thing that was asked for (303)."""

    status_code = 303


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the language that suits the reader best."""
    language = best_language(request, languages_with_front_page())
    if not language:
        raise Http404
    response = HttpResponseRedirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def identity(request: HttpRequest, key: UUID) -> HttpResponse:
    """Lead from a service's identifier to its page in the best language; 410 once deleted."""
    is_service = ServicePage.objects.live().filter(translation_key=key).exists()
    urls = {version.language: version.url for version in versions_of(key, request)}
    if not is_service or not urls:
        if DeletedService.objects.filter(translation_key=key).exists():
            return gone(request)
        raise Http404
    response = SeeOther(urls[best_language(request, urls)])
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def untranslated(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that a page is not translated into the reader's language, and where it can be read."""
    page = untranslated_page(key, _language(), request)
    if page is None:
        raise Http404
    if page.own_url:
        return HttpResponseRedirect(page.own_url)
    return render(request, "home/untranslated.html", page.context)


@require_safe
def a_to_z(request: HttpRequest) -> HttpResponse:
    """List every service, life event and topic under its letter."""
    context = {"page_title": _("A to Z"), "groups": letters(_language(), request)}
    return render(request, "home/a_to_z.html", context)


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    return _list_of(request, TopicPage, _("Topics"))


@require_safe
def life_events(request: HttpRequest) -> HttpResponse:
    return _list_of(request, LifeEventPage, _("Life events"))


def _list_of(request: HttpRequest, model: Any, title: str) -> HttpResponse:
    context = {"page_title": title, "cards": guides(model, _language(), request)}
    return render(request, "home/guides.html", context)


def _language() -> str:
    return get_language() or ""
