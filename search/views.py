"""Answers readers and programs that search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.answering import answer_to
from search.engines import NoIndexError
from search.engines.embedded import embedded_engine
from search.query import clean_text
from search.result_json import as_json
from search.result_page import as_context, unavailable_context

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SECONDS_UNTIL_AN_INDEX = 60


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what is found, as a page or, where that is asked for, as JSON."""
    try:
        found = answer_to(request.GET, get_language() or "", embedded_engine())
    except NoIndexError:
        return _unavailable(request, clean_text(request.GET.get("q", "")))
    if _wants_json(request):
        return _varied(JsonResponse(as_json(found)))
    return _varied(render(request, "search/results.html", as_context(found)))


def _unavailable(request: HttpRequest, text: str) -> HttpResponse:
    """Say that there is no index yet: the one answer that is not a page of results."""
    if _wants_json(request):
        response: HttpResponse = JsonResponse({"error": "unavailable"}, status=503)
    else:
        response = render(request, "search/results.html", unavailable_context(text), status=503)
    response["Retry-After"] = str(SECONDS_UNTIL_AN_INDEX)
    return _varied(response)


def _wants_json(request: HttpRequest) -> bool:
    if asked := request.GET.get("format"):
        return asked == "json"
    try:
        preferred = request.get_preferred_type(["text/html", "application/json"])
    except ValueError:  # The header names an encoding that nobody knows.
        return False
    return preferred == "application/json"


def _varied(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept"])
    return response
