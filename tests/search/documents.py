"""Documents as they are found, without pages behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.documents import Document
from search.query import Selection, ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.engines import Engine


def document(number: int = 1, **values: Any) -> Document:
    defaults = {
        "id": str(number),
        "language": "nl",
        "kind": "procedure",
        "title": "Rijbewijs omwisselen",
        "url": f"/nl/gemeente/{number}/",
        "audience": ("citizens",),
    }
    return Document(**{**defaults, **values})


def build(engine: Engine, documents: Iterable[Document], *languages: str) -> str:
    """Build a generation of these documents and put it into use."""
    with engine.new_generation(languages or ("nl", "en", "de")) as generation:
        generation.add(documents)
        generation.swap_in()
    return generation.name


def ids(engine: Engine, text: str, language: str = "nl", **options: Any) -> list[str]:
    """Return the ids of what is found, best first."""
    hits = engine.search(ask(text, language), Selection(), **options).hits
    return [hit.document.id for hit in hits]
