"""Which filters does a page of results offer, and which of them are chosen?

The count beside a value is that of the pages that choosing it would show. For a place these are
also the pages that hold in the areas around it: of each area in a chain, a page has one at most.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext_lazy, ngettext

from search.areas import is_local
from search.query import FIXED_VALUES
from services.language.collation import sort_key
from services.presentation import kinds
from services.presentation.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from search.answering import Found
    from search.query import Selection

# The facets in the order of the page.
LEGENDS = {
    "audience": gettext_lazy("For whom"),
    "kind": gettext_lazy("Kind of page"),
    "topic": gettext_lazy("Topic"),
    "authority": gettext_lazy("Authority"),
    "area": gettext_lazy("Where it holds"),
}
LABELS = {
    "citizens": gettext_lazy("Citizens"),
    "businesses": gettext_lazy("Businesses"),
    **kinds.NAMES,
}
OPTIONS_SHOWN = 10


def facets_of(found: Found) -> list[dict[str, Any]]:
    """Return the facets of which there is something to choose."""
    facets = (_facet(found, name) for name in LEGENDS)
    return [facet for facet in facets if facet["options"]]


def active_filters(found: Found, address: Callable[[Selection], str]) -> list[dict[str, Any]]:
    """Return the chosen values, each with the address of the results without it."""
    selection = found.answer.selection
    return [
        {
            "label": f"{LEGENDS[facet]}: {label_of(found, facet, value)}",
            "url": address(selection.without_value(facet, value)),
        }
        for facet, values in selection.chosen
        for value in values
    ]


def counted(found: Found, facet: str) -> dict[str, int]:
    """Return how many pages each value of a facet would show, for values that have a name.

    These are the values that something was found for, and those that are chosen.
    """
    counts = found.answer.counts.get(facet, {})
    values = dict.fromkeys((*counts, *found.answer.selection.of(facet)))
    return {
        value: sum(counts.get(each, 0) for each in (value, *_around(found, facet, value)))
        for value in values
        if label_of(found, facet, value)
    }


def label_of(found: Found, facet: str, value: str) -> str:
    """Return what a value is called; empty where it has no name."""
    if facet in FIXED_VALUES:
        return fixed_labels(found.answer.question.language)[value]
    return found.names.of(facet, value)


def fixed_labels(language: str) -> dict[str, str]:
    """Return what the fixed values are called in the language of the reader."""
    return _labels.of(language)


def _facet(found: Found, name: str) -> dict[str, Any]:
    counts, chosen = counted(found, name), found.answer.selection.of(name)
    language = found.answer.question.language
    options = [
        {
            "value": value,
            "label": label_of(found, name, value),
            "count": counts[value],
            "noun": _nouns.of((counts[value], language)),
            "is_chosen": value in chosen,
        }
        for value in _in_order(found, name, counts)
    ]
    if name == "area" and not (chosen or any(map(is_local, counts))):
        # Where everything holds everywhere there is nothing to choose.
        options = []
    shown = [option for option in options[OPTIONS_SHOWN:] if option["is_chosen"]]
    return {
        "legend": _legends.of(language)[name],
        "name": name,
        "asks_place": name == "area",
        "options": options[:OPTIONS_SHOWN] + shown,
        "more": [option for option in options[OPTIONS_SHOWN:] if not option["is_chosen"]],
    }


def _in_order(found: Found, facet: str, counts: dict[str, int]) -> list[str]:
    """Fixed values have an order of their own; others stand by count, then by name.

    The whole country stands before the places in it, though it counts less than each.
    """
    if facet in FIXED_VALUES:
        return [value for value in FIXED_VALUES[facet] if value in counts]
    language = found.answer.question.language
    return sorted(
        counts,
        key=lambda value: (
            facet == "area" and is_local(value),
            -counts[value],
            sort_key(label_of(found, facet, value), language),
            value,
        ),
    )


def _around(found: Found, facet: str, value: str) -> tuple[str, ...]:
    place = found.names.place(value) if facet == "area" else None
    return place.around if place else ()


def _translated(texts: Mapping[str, Any], language: str) -> dict[str, str]:
    with translation.override(language):
        return {name: str(text) for name, text in texts.items()}


def _noun(key: tuple[int, str]) -> str:
    count, language = key
    with translation.override(language):
        return ngettext("result", "results", count)


_labels = Kept(partial(_translated, LABELS))
_legends = Kept(partial(_translated, LEGENDS))
_nouns = Kept(_noun)
