"""Does an index hold what the database holds, and no more?

Ids and versions are compared, language by language, while nobody else writes the index. What was
noted in the outbox is brought in before, and what is noted meanwhile after: neither is a fault.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields
from itertools import islice
from typing import TYPE_CHECKING

from search.documents import version_of
from search.engines import NoIndexError
from search.operations import Indexers, drain_outbox, rebuild_index
from search.page_documents import all_documents, searched_languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from search.documents import Document
    from search.engines import CurrentGeneration, Engine, Health
    from search.indexing import Indexer

DOCUMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """How many documents were not in the index, were there otherwise, or should not be there."""

    missing: int = 0
    outdated: int = 0
    surplus: int = 0

    def __add__(self, other: Self) -> Self:
        names = [each.name for each in fields(self)]
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))


def reconcile(engine: Engine) -> Difference:
    """Make an index equal to the database; return what was different.

    Raises `EngineFailedError` where the server does not answer, `WriterBusyError` where somebody
    else writes the index for long.
    """
    drain_outbox([engine])
    health: Health | None = None
    with suppress(NoIndexError):
        health = engine.health()
    if health is None or not health.is_current:
        return Difference(missing=sum(rebuild_index(chosen=[engine]).documents.values()))
    languages = {*searched_languages(), *health.documents}
    with engine.writer() as writer:
        indexers = Indexers(writer.folder)
        differences = [
            _reconcile_language(engine, writer, language, indexers[language])
            for language in sorted(languages)
        ]
    return sum(differences, Difference())


def _reconcile_language(
    engine: Engine, writer: CurrentGeneration, language: str, indexer: Indexer
) -> Difference:
    left = engine.versions(language)
    missing = outdated = 0
    for portion in _portions(language):
        held = {document.id: left.pop(document.id, None) for document in portion}
        changed = [each for each in portion if held[each.id] != version_of(each)]
        new = sum(held[each.id] is None for each in changed)
        missing, outdated = missing + new, outdated + len(changed) - new
        writer.put(map(indexer.entry, changed))
        writer.commit()
    writer.remove(language, left)
    writer.commit()
    return Difference(missing, outdated, surplus=len(left))


def _portions(language: str) -> Iterator[list[Document]]:
    """Yield what the database holds; nothing in a language that the site no longer has."""
    documents = all_documents(language) if language in searched_languages() else iter(())
    while portion := list(islice(documents, DOCUMENTS_AT_ONCE)):
        yield portion
