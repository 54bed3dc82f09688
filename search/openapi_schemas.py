"""Which shapes have the answers of the search, in the words of JSON Schema?

The members are explained in `search.result_json` and `search.suggestion_json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from search.documents import KINDS
from search.query import FIXED_VALUES, LAST_PAGE, LONGEST_QUERY, SHAPES, SORTS
from search.searching import HITS_ON_A_PAGE
from search.suggesting import MOST_SUGGESTIONS, QUERY

if TYPE_CHECKING:
    from collections.abc import Iterable

Described: TypeAlias = dict[str, Any]

TEXT: Described = {"type": "string"}
TEXT_OR_NONE: Described = {"type": ["string", "null"]}
COUNT: Described = {"type": "integer", "minimum": 0}
KEYS = {facet: f"^({shape.pattern})$" for facet, shape in SHAPES.items()}


def schemas(languages: list[str]) -> Described:
    """Return the shapes of all answers, by name, for a site in these languages."""
    page = {"title": TEXT, "url": TEXT, "snippet": TEXT, "kind": {"enum": list(KINDS)}}
    # Pages of a language that is not shown any more may be in the index for a while.
    tongue = {"type": "string", "examples": languages}
    suggestion = members(text=TEXT, url=TEXT, kind={"enum": [*KINDS, QUERY]}, lang=tongue)
    found = {"type": "array", "items": suggestion, "maxItems": MOST_SUGGESTIONS}
    return {
        "Page": members(**page),
        "Result": members(**page, score={"type": "number"}),
        "PageElsewhere": members(**page, lang=tongue),
        "Place": {
            "type": ["object", "null"],
            "required": ["query", "found"],
            "properties": {"query": TEXT, "found": _by_key(TEXT, KEYS["area"])},
        },
        "Answer": _answer(languages),
        "Suggestions": members(query=TEXT, suggestions=found),
        "Unavailable": members(error={"const": "unavailable"}),
    }


def members(**properties: Described) -> Described:
    """Return an object that has all these members; others may be added in time."""
    return {"type": "object", "required": list(properties), "properties": properties}


def ref(kind: str, name: str) -> Described:
    """Point to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


def _answer(languages: list[str]) -> Described:
    return members(
        query={"type": "string", "maxLength": LONGEST_QUERY},
        language={"enum": languages},
        total=COUNT,
        page={"type": "integer", "minimum": 1, "maximum": LAST_PAGE},
        degraded={"type": "boolean"},
        results=_list_of("Result") | {"maxItems": HITS_ON_A_PAGE},
        pinned=_list_of("Page"),
        did_you_mean=TEXT_OR_NONE,
        showing_results_for=TEXT_OR_NONE,
        other_languages=_list_of("PageElsewhere"),
        facets=members(
            **{facet: _by_key(COUNT, _one_of(each)) for facet, each in FIXED_VALUES.items()},
            **{facet: _by_key(COUNT, pattern) for facet, pattern in KEYS.items()},
        ),
        labels=members(**{facet: _by_key(TEXT, pattern) for facet, pattern in KEYS.items()}),
        sort={"enum": list(SORTS)},
        total_is_exact={"type": "boolean"},
        place=ref("schemas", "Place"),
    )


def _by_key(value: Described, pattern: str) -> Described:
    keys = {"type": "string", "pattern": pattern}
    return {"type": "object", "propertyNames": keys, "additionalProperties": value}


def _one_of(values: Iterable[str]) -> str:
    return f"^({'|'.join(values)})$"


def _list_of(name: str) -> Described:
    return {"type": "array", "items": ref("schemas", name)}
