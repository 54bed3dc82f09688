"""Answers readers and programs that search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.access import is_search_editor, may_see_explanations
from search.answering import answer_to
from search.counting.events import note_search
from search.engines import NoIndexError
from search.engines.chosen import search_engine
from search.engines.embedded import embedded_engine
from search.explained_answers import explain
from search.explanation_json import explained_json
from search.page_documents import searched_languages
from search.query import EXPLAIN, clean_text
from search.result_explanations import explained_context
from search.result_feed import as_feed
from search.result_json import as_json
from search.result_page import as_context, unavailable_context
from search.suggesting import suggest
from search.suggestion_json import as_json as suggestions_as_json

if TYPE_CHECKING:
    from django.http import HttpRequest

    from search.answering import Found
    from search.engines import Finder
    from search.explained_answers import Explained

SECONDS_UNTIL_AN_INDEX = 60
SECONDS_OF_SUGGESTIONS = 300
HTML, JSON, ATOM = "text/html", "application/json", "application/atom+xml"
FORMATS = {"json": JSON, "atom": ATOM}


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Show what is found, as a page or, where that is asked for, as JSON or a feed."""
    engine = search_engine()
    try:
        found = answer_to(request.GET, get_language() or "", engine)
    except NoIndexError:
        return _unavailable(request, clean_text(request.GET.get("q", "")))
    explained = _explained(request, found, engine)
    found = replace(found, answer=replace(found.answer, is_degraded=engine.is_degraded))
    wanted = _format(request)
    if explained and wanted != ATOM:
        return _private(request, wanted, found, explained)
    if wanted == JSON:
        return _varied(JsonResponse(as_json(found)))
    if wanted == ATOM:
        return _varied(HttpResponse(as_feed(found), content_type=f"{ATOM}; charset=utf-8"))
    note_search(request, found.answer)
    return _varied(render(request, "search/results.html", as_context(found)))


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Tell programs what a reader may mean who has not typed to the end."""
    text, language = request.GET.get("q", ""), get_language() or ""
    try:
        found = suggest(embedded_engine(), text, language)
    except NoIndexError:
        return _without_index()
    response = JsonResponse(suggestions_as_json(text, found))
    patch_cache_control(response, public=True, max_age=SECONDS_OF_SUGGESTIONS)
    return response


def _explained(request: HttpRequest, found: Found, engine: Finder) -> Explained | None:
    """Return why each page stands where it stands, to editors who ask for that."""
    is_asked = request.GET.get(EXPLAIN) == "1" and bool(found.answer.question.words)
    if not (is_asked and may_see_explanations(request)):
        return None
    return explain(found.answer, engine, searched_languages(), on=timezone.localdate())


def _private(request: HttpRequest, wanted: str, found: Found, explained: Explained) -> HttpResponse:
    """Answer one editor alone; that is no search of a reader, so it is not counted."""
    if wanted == JSON:
        response: HttpResponse = JsonResponse(explained_json(as_json(found), explained))
    else:
        may_edit = is_search_editor(request.user)
        context = explained_context(as_context(found), explained, may_edit=may_edit)
        response = render(request, "search/results.html", context)
    patch_cache_control(response, private=True, no_store=True)
    return _varied(response)


def _unavailable(request: HttpRequest, text: str) -> HttpResponse:
    """Say that there is no index yet: the one answer that is not a page of results."""
    if _format(request) == JSON:
        return _varied(_without_index())
    response = render(request, "search/results.html", unavailable_context(text), status=503)
    response["Retry-After"] = str(SECONDS_UNTIL_AN_INDEX)
    return _varied(response)


def _without_index() -> HttpResponse:
    headers = {"Retry-After": str(SECONDS_UNTIL_AN_INDEX)}
    return JsonResponse({"error": "unavailable"}, status=503, headers=headers)


def _format(request: HttpRequest) -> str:
    """Return the kind of answer that is asked for, by the address or else by the header."""
    if asked := request.GET.get("format"):
        return FORMATS.get(asked, HTML)
    try:
        return request.get_preferred_type([HTML, JSON, ATOM]) or HTML
    except ValueError:  # The header names an encoding that nobody knows.
        return HTML


def _varied(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept"])
    return response
