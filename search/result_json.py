"""What do programs get who search?

    {"query": "rijbewijs", "language": "nl", "total": 3, "page": 1,
     "results": [{"title": …, "url": …, "snippet": …, "kind": …, "score": …}, …],
     "facets": {"kind": {"procedure": 2, "topic": 1}, "audience": {"citizens": 3}}}

`snippet` is HTML: text with the words that were found in `<mark>`. `total` counts all results;
ten stand on a page. Members are added in time and never taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.highlighting import snippet
from search.query import FACETS

if TYPE_CHECKING:
    from search.searching import Answer


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as what `JsonResponse` takes."""
    return {
        "query": answer.question.text,
        "language": answer.question.language,
        "total": answer.total,
        "page": answer.page,
        "results": [
            {
                "title": hit.document.title,
                "url": hit.document.url,
                "snippet": str(snippet(hit.document, answer.question)),
                "kind": hit.document.kind,
                "score": round(hit.score, 4),
            }
            for hit in answer.hits
        ],
        "facets": {facet: dict(answer.counts.get(facet, {})) for facet in FACETS},
    }
