"""What do programs get who search?

    {"query": "rijbewijs", "language": "nl", "total": 3, "page": 1,
     "degraded": false,
     "results": [{"title": …, "url": …, "snippet": …, "kind": …, "score": …}, …],
     "facets": {"kind": {"procedure": 2, "topic": 1}, "audience": {"citizens": 3},
                "topic": {"0b1c…": 2}, "authority": {"5d9e…": 3}, "area": {"NL-GM0344": 3}},
     "labels": {"topic": {"0b1c…": "Wonen"}, "authority": {…}, "area": {"NL-GM0344": "Utrecht"}},
     "sort": "relevance", "total_is_exact": true, "place": null}

`degraded` says that the search server does not answer, so that the newest pages may be missing.
`snippet` is HTML: text with the words that were found in `<mark>`. `total` counts all results;
ten stand on a page. `facets` counts the results that choosing a value would show; `labels` are the
names of the values that are keys. Who asked for a `place` gets
`{"query": "Bergen", "found": {"NL-GM0373": "Bergen (NH.)", …}}`: one, several or none.
`pinned` stand before the first page's results, `other_languages` (each with its `lang`) follow
where there are few; both have the shape of results, without a score. `did_you_mean` is a better
spelling that is offered, `showing_results_for` one that the results are for. Members are added in
time and never taken away. What editors get beside it stands in `search.explanation_json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.highlighting import snippet
from search.query import FACETS, SHAPES
from search.result_facets import counted, label_of

if TYPE_CHECKING:
    from search.answering import Found, PlaceAsked
    from search.documents import Document
    from search.query import Question


def as_json(found: Found) -> dict[str, Any]:
    """Return an answer as what `JsonResponse` takes."""
    answer = found.answer
    facets = {facet: counted(found, facet) for facet in FACETS}
    return {
        "query": answer.question.text,
        "language": answer.question.language,
        "total": answer.total,
        "page": answer.page,
        "degraded": answer.is_degraded,
        "results": [
            _document(hit.document, answer.question) | {"score": round(hit.score, 4)}
            for hit in answer.hits
        ],
        "pinned": [_document(each, answer.question) for each in answer.pinned],
        "did_you_mean": found.help.did_you_mean or None,
        "showing_results_for": found.help.showing_results_for or None,
        "other_languages": [
            _document(each.hit.document, each.question) | {"lang": each.hit.document.language}
            for each in found.help.other_languages
        ],
        "facets": facets,
        "labels": {
            facet: {value: label_of(found, facet, value) for value in facets[facet]}
            for facet in SHAPES
        },
        "sort": answer.selection.sort,
        "total_is_exact": answer.is_exact,
        "place": _place(found.place) if found.place else None,
    }


def _document(document: Document, question: Question) -> dict[str, Any]:
    return {
        "title": document.title,
        "url": document.url,
        "snippet": str(snippet(document, question)),
        "kind": document.kind,
    }


def _place(asked: PlaceAsked) -> dict[str, Any]:
    return {"query": asked.text, "found": {place.key: place.name for place in asked.found}}
