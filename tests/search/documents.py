"""Documents as they are found, without pages behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.building import fill
from search.documents import Document
from search.engines.generations import vocabulary_folder
from search.indexing import Indexer
from search.query import Selection, ask
from search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.engines import Engine, Finder
    from search.indexing import Entry
    from search.query import Question


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
    """Build a generation of these documents, in their languages at least, and put it into use."""
    by_language: dict[str, list[Document]] = {code: [] for code in languages}
    for each in documents:
        by_language.setdefault(each.language, []).append(each)
    with engine.new_generation(by_language) as generation:
        for code, group in by_language.items():
            fill([generation], vocabulary_folder(generation.folder, code), code, group)
        generation.swap_in()
    return generation.name


def entries(*documents: Document) -> list[Entry]:
    """Return documents as writers take them, without a vocabulary."""
    return [Indexer(Vocabulary(each.language)).entry(each) for each in documents]


def asked(engine: Finder, text: str, language: str = "nl", **options: Any) -> Question:
    """Return a question in the words of the generation in use."""
    return ask(text, language, engine.vocabulary(language), **options)


def ids(engine: Finder, text: str, language: str = "nl", **options: Any) -> list[str]:
    """Return the ids of what is found, best first."""
    hits = engine.search(asked(engine, text, language), Selection(), **options).hits
    return [hit.document.id for hit in hits]
