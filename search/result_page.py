"""What stands on a page of results?

The shapes are those of the components in `site/templates/components/`: facets, active filters,
hits and pagination. Every address is a query string, so the page works below any prefix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.documents import SERVICE_KINDS
from search.highlighting import snippet
from search.page_documents import topics_in
from search.query import FACETS, Selection
from search.searching import HITS_ON_A_PAGE
from services.language.formats import direction, format_number
from services.presentation import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.engines import Hit
    from search.query import Question
    from search.searching import Answer

LEGENDS = {
    "audience": gettext_lazy("For whom"),
    "kind": gettext_lazy("Kind of page"),
}
LABELS = {
    "citizens": gettext_lazy("Citizens"),
    "businesses": gettext_lazy("Businesses"),
    **kinds.NAMES,
}
TOPICS_SHOWN = 8
NEIGHBOURS_SHOWN = 1


def as_context(answer: Answer) -> dict[str, Any]:
    """Return what the template shows of an answer."""
    question, selection = answer.question, answer.selection
    context = _frame(question.text, question.language, selection)
    if not question.words:
        return context
    heading = _heading(answer)
    return context | {
        "page_title": heading,
        "result_heading": heading,
        "is_loose": answer.is_loose,
        "facets": [facet for name in LEGENDS if (facet := _facet(answer, name))["options"]],
        "chosen_count": sum(len(values) for _, values in selection.chosen),
        "active_filters": _active_filters(question, selection),
        "clear_url": address(question.text, Selection()) if selection else "",
        "hits": [_hit(hit, question) for hit in answer.hits],
        "first_rank": (answer.page - 1) * HITS_ON_A_PAGE + 1,
        "topics": [] if answer.total else topics_in(question.language, TOPICS_SHOWN),
        **_pagination(answer),
    }


def unavailable_context(text: str) -> dict[str, Any]:
    """Return what the template shows while there is no index."""
    return _frame(text, translation.get_language() or "", Selection()) | {"is_unavailable": True}


def address(text: str, selection: Selection, page: int = 1) -> str:
    """Return the query string of a page of results."""
    parameters = [("q", text)]
    parameters += [(facet, value) for facet, values in selection.chosen for value in values]
    if page > 1:
        parameters.append(("page", str(page)))
    return f"?{urlencode(parameters)}"


def _frame(text: str, language: str, selection: Selection) -> dict[str, Any]:
    here = reverse("search:results")
    return {
        "page_title": _("Search"),
        "search_query": text,
        "search_url": here,
        "has_query": bool(text),
        "hidden": [{"name": "q", "value": text}],
        "breadcrumbs": [
            {"title": _("Home"), "url": f"/{language}/"},
            {"title": _("Search"), "url": here},
        ],
        "languages": [_language(code, name, text, selection) for code, name in _languages()],
    }


def _languages() -> Iterable[tuple[str, str]]:
    return settings.WAGTAIL_CONTENT_LANGUAGES


def _language(code: str, name: str, text: str, selection: Selection) -> dict[str, Any]:
    is_current = code == translation.get_language()
    with translation.override(code):
        url = reverse("search:results") + (address(text, selection) if text else "")
    return {
        "code": code,
        "name": name,
        "url": url,
        "is_current": is_current,
        "dir": direction(code),
    }


def _heading(answer: Answer) -> str:
    text = ngettext(
        "%(count)s result for ‘%(query)s’", "%(count)s results for ‘%(query)s’", answer.total
    )
    count = format_number(answer.total, answer.question.language)
    return text % {"count": count, "query": answer.question.text}


def _facet(answer: Answer, name: str) -> dict[str, Any]:
    """Return a facet with the values that something was found for, and those that are chosen."""
    counts, chosen = answer.counts.get(name, {}), answer.selection.of(name)
    options = [
        {
            "value": value,
            "label": LABELS[value],
            "count": counts.get(value, 0),
            "is_chosen": value in chosen,
        }
        for value in FACETS[name]
        if value in counts or value in chosen
    ]
    return {"legend": LEGENDS[name], "name": name, "options": options}


def _active_filters(question: Question, selection: Selection) -> list[dict[str, Any]]:
    return [
        {
            "label": f"{LEGENDS[facet]}: {LABELS[value]}",
            "url": address(question.text, selection.without_value(facet, value)),
        }
        for facet, values in selection.chosen
        for value in values
    ]


def _hit(hit: Hit, question: Question) -> dict[str, Any]:
    document = hit.document
    return {
        "title": document.title,
        "url": document.url,
        "snippet": snippet(document, question),
        "kind": LABELS[document.kind],
        "is_service": document.kind in SERVICE_KINDS,
        "facts": [fact for fact in (document.topic, document.authority) if fact],
        "confirmed_on": document.confirmed_on,
    }


def _pagination(answer: Answer) -> dict[str, Any]:
    def url(page: int) -> str:
        return address(answer.question.text, answer.selection, page)

    last, current = answer.page_count, answer.page
    shown = sorted({1, last, *range(current - NEIGHBOURS_SHOWN, current + NEIGHBOURS_SHOWN + 1)})
    numbers = [number for number in shown if 1 <= number <= last]
    pages: list[dict[str, Any]] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number > before + 1:
            pages.append({"is_gap": True})
        pages.append({"number": number, "url": url(number), "is_current": number == current})
    return {
        "pages": pages,
        "previous_url": url(current - 1) if current > 1 else "",
        "next_url": url(current + 1) if current < last else "",
    }
