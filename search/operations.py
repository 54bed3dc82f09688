"""How does the index follow the pages, and how is it built anew?

`note_changes` is called in the transaction of a change. The two others write the index and belong
to the worker, or to a person at a terminal; a second one at the same time is refused with
`WriterBusyError`.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection, transaction

from search import outbox
from search.building import fill
from search.engines import NoIndexError
from search.engines.embedded import embedded_engine
from search.engines.generations import vocabulary_folder
from search.indexing import Indexer
from search.models import Synonym
from search.page_documents import all_documents, documents_for, searched_languages
from search.starting_synonyms import starting_synonyms
from search.vocabulary import Vocabulary
from services.language import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path
    from uuid import UUID

    from search.affected import Place
    from search.engines import Writer
    from search.models import OutboxConsumer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild made."""

    generation: str
    documents: dict[str, int]


def note_changes(places: Iterable[Place]) -> None:
    """Note in the outbox that these pages may have changed, and wake the worker afterwards."""
    if outbox.record(places) and not _is_woken():
        transaction.on_commit(wake_worker, robust=True)


def wake_worker() -> None:
    """Let the worker drain the outbox as soon as it can."""
    from search.tasks import drain_outbox as task

    task.enqueue()


def drain_outbox() -> int:
    """Bring all noted changes into the current generation; return how many entries were read.

    Where there is no index yet the entries wait for one. An index that was made by another version,
    or was away for so long that its place in the outbox is gone, is built anew.
    """
    engine = embedded_engine()
    try:
        with engine.writer() as writer:
            reader = outbox.reader_of(_reader_name(writer.name))
            indexers = _Indexers(writer.folder)
            count = _follow(writer, reader, indexers) if reader and writer.is_current else None
    except NoIndexError:
        return 0
    if count is not None:
        outbox.prune()
        return count
    if engine.current_generation() != writer.name:
        return drain_outbox()
    logger.warning("The index is of another making, or has lost its place, and is built anew")
    rebuild_index()
    return 0


def rebuild_index(
    languages: Collection[str] | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Rebuilt:
    """Build a new generation from the database, and let all readers use it at one moment.

    Until then the old one answers and is kept current. What changes meanwhile is in the outbox
    and is replayed before the swap; what comes between the last replay and the swap, after it.
    """
    chosen = list(languages or searched_languages())
    engine = embedded_engine()
    with engine.new_generation(chosen) as generation:
        analysis.prepare(chosen)
        reader = outbox.register(_reader_name(generation.name))
        counts = {}
        for language in chosen:
            folder = vocabulary_folder(generation.folder, language)
            counts[language] = fill([generation], folder, language, all_documents(language))
            generation.finish_language()
            if progress:
                progress(language, counts[language])
        _follow(generation, reader, _Indexers(generation.folder))
        generation.swap_in()
        outbox.forget_readers(_reader_name(""), but=reader.name)
    wake_worker()
    return Rebuilt(generation.name, counts)


@transaction.atomic
def load_synonyms() -> dict[str, int]:
    """Give each language without synonyms those to begin with; return how many were made."""
    made = {}
    for language in searched_languages():
        if not Synonym.objects.filter(language=language).exists():
            rows = [Synonym.starting(language, each) for each in starting_synonyms(language)]
            made[language] = len(Synonym.objects.bulk_create(rows))
    return made


def is_index_usable(languages: Collection[str] | None = None) -> bool:
    """Say whether there is an index of these languages that was made as one would be made now."""
    engine = embedded_engine()
    try:
        health = engine.health()
    except NoIndexError:
        return False
    wanted = set(languages or searched_languages())
    has_place = outbox.reader_of(_reader_name(health.generation)) is not None
    return health.is_current and has_place and wanted <= health.documents.keys()


class _Indexers(dict[str, Indexer]):
    """The indexers of a generation's languages, by its frozen words, made as they are needed."""

    def __init__(self, generation: Path) -> None:
        super().__init__()
        self._generation = generation

    def __missing__(self, language: str) -> Indexer:
        folder = vocabulary_folder(self._generation, language)
        self[language] = Indexer(Vocabulary(language, folder if folder.is_dir() else None))
        return self[language]


def _follow(writer: Writer, reader: OutboxConsumer, indexers: _Indexers) -> int:
    """Bring what a reader has not settled yet into its generation."""
    count = 0
    while entries := outbox.pending(reader):
        by_language: dict[str, set[UUID]] = defaultdict(set)
        for entry in entries:
            by_language[entry.language].add(entry.translation_key)
        for language, keys in by_language.items():
            _look_again(writer, language, keys, indexers[language])
        writer.commit()
        outbox.settle(reader, entries)
        count += len(entries)
    outbox.be_seen(reader)
    return count


def _look_again(writer: Writer, language: str, keys: set[UUID], indexer: Indexer) -> None:
    """Write the documents of those pages that are searched now, and take out the others."""
    found = documents_for(keys, language)
    writer.put(map(indexer.entry, found))
    writer.remove(language, {str(key) for key in keys} - {document.id for document in found})


def _is_woken() -> bool:
    """Say whether the worker will already be woken when this transaction ends."""
    return any(entry[1] is wake_worker for entry in connection.run_on_commit)


def _reader_name(generation: str) -> str:
    return f"embedded:{generation}"
