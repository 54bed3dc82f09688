"""What do programs get who ask for suggestions?

    {"query": "rijbew", "suggestions":
        [{"text": "Rijbewijs verlengen", "url": "/nl/…", "kind": "procedure", "lang": "nl"}, …]}

`kind` is that of a page, or "query" for a question, whose address is that of its results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from search.query import Selection, clean_text
from search.result_page import address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.suggesting import Suggestion


def as_json(text: str, suggestions: Iterable[Suggestion]) -> dict[str, Any]:
    """Return suggestions for a text as what `JsonResponse` takes."""
    results = reverse("search:results")
    return {
        "query": clean_text(text),
        "suggestions": [
            {
                "text": each.text,
                "url": each.url or results + address(each.text, Selection()),
                "kind": each.kind,
                "lang": each.language,
            }
            for each in suggestions
        ],
    }
