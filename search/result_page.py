"""What stands on a page of results?

The shapes are those of the components in `site/templates/components/`: facets, active filters,
hits and pagination. Every address is a query string, so the page works below any prefix.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.page_documents import topics_in
from search.query import BY_TITLE, LITERALLY, SORTS, Selection
from search.result_facets import active_filters, facets_of
from search.result_help import abroad_context, document_context
from services.language.formats import direction, format_number
from services.presentation.language_links import LanguageLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.answering import Found, PlaceAsked
    from search.places import Place
    from search.searching import Answer

SORT_NAMES = {
    "relevance": gettext_lazy("Best result"),
    BY_TITLE: gettext_lazy("A to Z"),
}
TOPICS_SHOWN = 8
NEIGHBOURS_SHOWN = 1


def as_context(found: Found) -> dict[str, Any]:
    """Return what the template shows of an answer."""
    answer = found.answer
    question, selection = answer.question, answer.selection
    reader = question.language
    context = _frame(question.text, reader, selection)
    if not question.words:
        return context
    title = heading(answer)
    return context | {
        "page_title": title,
        "result_heading": title,
        "feed_url": feed_address(answer),
        "is_loose": answer.is_loose,
        "is_degraded": answer.is_degraded,
        "facets": facets_of(found),
        "chosen_count": sum(len(values) for _, values in selection.chosen),
        "active_filters": active_filters(found, lambda rest: address(question.text, rest)),
        "clear_url": address(question.text, selection.cleared()) if selection else "",
        "place": _place(found.place, question.text, selection) if found.place else None,
        "sorts": _sorts(selection),
        "sort_hidden": _hidden(question.text, selection.chosen),
        "hits": [
            *(document_context(each, question, reader, is_best=True) for each in answer.pinned),
            *(document_context(hit.document, question, reader) for hit in answer.hits),
        ],
        "other_languages": [abroad_context(each, reader) for each in found.help.other_languages],
        **_spellings(found),
        "click_url": "" if selection or selection.by_title else _address_of("search:click", reader),
        "first_rank": answer.first_rank,
        "fewer_words": [_link(text, selection) for text in found.fewer_words],
        "topics": [] if answer.total else topics_in(reader, TOPICS_SHOWN),
        **_pagination(answer),
    }


def _spellings(found: Found) -> dict[str, Any]:
    """Return how else the query could be spelt, each with where that leads."""
    question, selection = found.answer.question, found.answer.selection
    shown, offered = found.help.showing_results_for, found.help.did_you_mean
    spellings: dict[str, Any] = {"showing_for": None, "did_you_mean": None}
    if shown:
        as_typed = address(question.text, replace(selection, literally=True))
        spellings["showing_for"] = _link(shown, selection) | {"as_typed": as_typed}
    if offered:
        spellings["did_you_mean"] = _link(offered, replace(selection, literally=False))
    return spellings


def _link(text: str, selection: Selection) -> dict[str, str]:
    return {"title": text, "url": address(text, selection)}


def unavailable_context(text: str) -> dict[str, Any]:
    """Return what the template shows while there is no index."""
    return _frame(text, translation.get_language() or "", Selection()) | {"is_unavailable": True}


def address(text: str, selection: Selection, page: int = 1) -> str:
    """Return the query string of a page of results."""
    parameters = [("q", text), *_pairs(selection.chosen)]
    if selection.by_title:
        parameters.append(("sort", selection.sort))
    if selection.literally:
        parameters.append((LITERALLY, "1"))
    return _at_page(f"?{urlencode(parameters)}", page)


def _at_page(first: str, page: int) -> str:
    return f"{first}&page={page}" if page > 1 else first


def heading(answer: Answer) -> str:
    """Say how many results there are, and for what."""
    text = ngettext(
        "%(count)s result for ‘%(query)s’", "%(count)s results for ‘%(query)s’", answer.total
    )
    if not answer.is_exact:
        text = _("More than %(count)s results for ‘%(query)s’")
    count = format_number(answer.total, answer.question.language)
    return text % {"count": count, "query": answer.question.text}


def feed_address(answer: Answer) -> str:
    """Return the query string of the same results as a feed."""
    return f"{address(answer.question.text, answer.selection, answer.page)}&format=atom"


def _frame(text: str, language: str, selection: Selection) -> dict[str, Any]:
    here = _address_of("search:results", language)
    query = address(text, selection) if text else ""
    return {
        "page_title": _("Search"),
        "search_query": text,
        "search_url": here,
        "has_query": bool(text),
        "hidden": _hidden(text, _kept(selection)),
        "breadcrumbs": [
            {"title": _("Home"), "url": f"/{language}/"},
            {"title": _("Search"), "url": here},
        ],
        "languages": [_language(code, name, query) for code, name in _languages()],
    }


def _kept(selection: Selection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a new choice of filters leaves as it is."""
    if selection.by_title:
        yield "sort", (selection.sort,)
    if selection.literally:
        yield LITERALLY, ("1",)


def _languages() -> Iterable[tuple[str, str]]:
    return settings.WAGTAIL_CONTENT_LANGUAGES


def _language(code: str, name: str, query: str) -> LanguageLink:
    url = _address_of("search:results", code) + query
    is_current = code == translation.get_language()
    return LanguageLink(code, name, url, direction(code), is_current)


def _address_of(name: str, language: str) -> str:
    return _reversed(name, language, get_script_prefix())


@lru_cache(maxsize=256)
def _reversed(name: str, language: str, _prefix: str) -> str:
    with translation.override(language):
        return reverse(name)


def _sorts(selection: Selection) -> list[dict[str, Any]]:
    return [
        {"value": value, "label": str(SORT_NAMES[value]), "is_chosen": value == selection.sort}
        for value in SORTS
    ]


def _place(asked: PlaceAsked, text: str, selection: Selection) -> dict[str, Any]:
    """Return what to say about a typed place: nothing where it was understood."""
    unplaced = selection.without("area")
    return {
        "text": asked.text,
        "is_unknown": not asked.found,
        "choices": [
            {
                "title": _called(place, asked),
                "url": address(text, unplaced.with_values("area", (place.key,))),
            }
            for place in (asked.found if len(asked.found) > 1 else ())
        ],
    }


def _called(place: Place, asked: PlaceAsked) -> str:
    """Name a place, and by its code where another has the same name."""
    names = [each.name for each in asked.found]
    return f"{place.name} ({place.key})" if names.count(place.name) > 1 else place.name


def _pairs(chosen: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, str]]:
    return [(facet, value) for facet, values in chosen for value in values]


def _hidden(text: str, chosen: Iterable[tuple[str, tuple[str, ...]]] = ()) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in [("q", text), *_pairs(chosen)]]


def _pagination(answer: Answer) -> dict[str, Any]:
    first = address(answer.question.text, answer.selection)
    last, current = answer.page_count, answer.page
    shown = sorted({1, last, *range(current - NEIGHBOURS_SHOWN, current + NEIGHBOURS_SHOWN + 1)})
    numbers = [number for number in shown if 1 <= number <= last]
    pages: list[dict[str, Any]] = []
    for before, number in zip([0, *numbers], numbers, strict=False):
        if number > before + 1:
            pages.append({"number": None})
        pages.append(
            {"number": number, "url": _at_page(first, number), "is_current": number == current}
        )
    return {
        "pages": pages,
        "previous_url": _at_page(first, current - 1) if current > 1 else "",
        "next_url": _at_page(first, current + 1) if current < last else "",
    }
