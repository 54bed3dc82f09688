"""What can programs ask of the search, in the words of OpenAPI 3.1?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.counting.events import LAST_POSITION
from search.openapi_schemas import KEYS, TEXT, members, ref, schemas
from search.query import (
    EXPLAIN,
    FACETS,
    FIXED_VALUES,
    LAST_PAGE,
    LITERALLY,
    LONGEST_QUERY,
    MOST_VALUES,
    SORTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.openapi_schemas import Described

HTML_PAGE: Described = {"text/html": {"schema": TEXT}}
RETRY_AFTER: Described = {
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}
}


def paths() -> Described:
    """Return the addresses below the languages' prefixes, by path."""
    return {
        "/{language}/search/": {"parameters": [ref("parameters", "language")], "get": _results()},
        "/{language}/suggest/": {
            "parameters": [ref("parameters", "language")],
            "get": _suggestions(),
        },
        "/{language}/search/click/": {
            "parameters": [ref("parameters", "language")],
            "post": _click(),
        },
    }


def components(languages: Iterable[str]) -> Described:
    """Return what the paths refer to, for a site in these languages."""
    codes = list(languages)
    return {
        "parameters": {
            "language": {
                "name": "language",
                "in": "path",
                "required": True,
                "description": "The language of the pages that are looked for, and of all names.",
                "schema": {"type": "string", "enum": codes},
            }
        },
        "schemas": schemas(codes),
        "responses": {
            "NotUnderstood": {
                "description": "No HTTP that can be read, or too many parameters.",
                "content": HTML_PAGE,
            },
            "WrongMethod": {"description": "Nobody answers to this method here."},
        },
    }


def _results() -> Described:
    return {
        "operationId": "search",
        "summary": "Find pages; what cannot be meant is left out of a question, never an error.",
        "parameters": [
            _question("What is looked for; words in quotation marks must stand just so."),
            *(_filter(facet) for facet in FACETS),
            _parameter("place", TEXT, "A place by its name or postcode, in place of `area`."),
            _parameter("sort", {"type": "string", "enum": list(SORTS), "default": SORTS[0]}),
            _parameter(LITERALLY, TEXT, "Anything: take no word for another that resembles it."),
            _parameter(
                EXPLAIN,
                {"type": "string", "enum": ["1"]},
                "Members `explanation` say why pages stand where they stand: only to editors who "
                "are signed in, to nobody else.",
            ),
            _parameter("page", {"type": "integer", "minimum": 1, "maximum": LAST_PAGE}),
            _parameter(
                "format",
                {"type": "string", "enum": ["json", "atom", "html"]},
                "The kind of answer; without it the header Accept decides.",
            ),
        ],
        "responses": {
            "200": {
                "description": "One page of results.",
                "content": {
                    "application/json": {"schema": ref("schemas", "Answer")},
                    "application/atom+xml": {"schema": TEXT},
                    **HTML_PAGE,
                },
            },
            **_faults(unavailable=HTML_PAGE),
        },
    }


def _suggestions() -> Described:
    return {
        "operationId": "suggest",
        "summary": "Tell what somebody may mean who has not typed to the end.",
        "parameters": [_question("What has been typed.")],
        "responses": {
            "200": {
                "description": "The likeliest first; none where too little is typed.",
                "content": {"application/json": {"schema": ref("schemas", "Suggestions")}},
            },
            **_faults(unavailable={}),
        },
    }


def _click() -> Described:
    form = members(
        q={"type": "string", "maxLength": LONGEST_QUERY},
        position={"type": "integer", "minimum": 1, "maximum": LAST_POSITION},
        page={"type": "string", "format": "uuid"},
    )
    return {
        "operationId": "noteClick",
        "summary": "Tell which result a reader chose; what makes no sense is dropped.",
        "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": {
            "204": {"description": "Heard, whatever was sent."},
            "405": ref("responses", "WrongMethod"),
        },
    }


def _faults(*, unavailable: Described) -> Described:
    """Return what is answered while there is no index, in JSON or as a page, and to nonsense."""
    while_away = {"application/json": {"schema": ref("schemas", "Unavailable")}, **unavailable}
    return {
        "400": ref("responses", "NotUnderstood"),
        "405": ref("responses", "WrongMethod"),
        "503": {
            "description": "There is no index yet.",
            "headers": RETRY_AFTER,
            "content": while_away,
        },
    }


def _question(description: str) -> Described:
    limit = f" Of the text {LONGEST_QUERY} characters are read."
    return _parameter("q", TEXT, description + limit)


def _filter(facet: str) -> Described:
    """Return a parameter that may stand several times."""
    fixed = FIXED_VALUES.get(facet)
    value = {"enum": list(fixed)} if fixed else {"pattern": KEYS[facet]}
    schema = {"type": "array", "items": {"type": "string", **value}, "maxItems": MOST_VALUES}
    return _parameter(facet, schema, "Pages with any of the values.")


def _parameter(name: str, schema: Described, description: str = "") -> Described:
    described = {"name": name, "in": "query", "schema": schema}
    return described | {"description": description} if description else described
