"""How do the indices follow the pages, and how are they built anew?

`note_changes` is called in the transaction of a change. The others write the indices, of this
machine and of the search server, and belong to the worker, or to a person at a terminal; a second
one at the same time is refused with `WriterBusyError`. A server that is away holds up nothing.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db import connection, transaction

from search import outbox
from search.building import fill
from search.engines import EngineFailedError, NoIndexError, WriterBusyError
from search.engines.chosen import engines
from search.engines.embedded import embedded_engine
from search.engines.generations import vocabulary_folder
from search.indexing import Indexer
from search.models import Synonym
from search.page_documents import all_documents, documents_for, searched_languages
from search.starting_synonyms import starting_synonyms
from search.vocabulary import Vocabulary
from services.language import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from search.affected import Place
    from search.engines import Engine, NewGeneration, Writer
    from search.models import OutboxConsumer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild made."""

    generation: str
    documents: dict[str, int]
    left_out: list[str] = field(default_factory=list)


def note_changes(places: Iterable[Place]) -> None:
    """Note in the outbox that these pages may have changed, and wake the worker afterwards."""
    if outbox.record(places) and not _is_woken():
        transaction.on_commit(wake_worker, robust=True)


def wake_worker() -> None:
    """Let the worker drain the outbox as soon as it can."""
    from search.tasks import drain_outbox as task

    task.enqueue()


def drain_outbox(chosen: Iterable[Engine] | None = None) -> int:
    """Bring all noted changes into the generations in use; return how many entries were read.

    Where there is no index yet the entries wait for one, and where a server does not answer, for
    the server. An index that was made by another version, or was away for so long that its place in
    the outbox is gone, is built anew.
    """
    count, busy = 0, None
    for engine in chosen or engines():
        try:
            count = max(count, _drain_if_it_answers(engine))
        except WriterBusyError as error:  # The other engines need not wait for it.
            busy = error
    if count or chosen is None:
        outbox.prune()
    if busy:
        raise busy
    return count


def rebuild_index(
    languages: Collection[str] | None = None,
    progress: Callable[[str, int], None] | None = None,
    chosen: Collection[Engine] | None = None,
) -> Rebuilt:
    """Build new generations from the database, and let all readers use each at one moment.

    Until then the old ones answer and are kept current. What changes meanwhile is in the outbox
    and is replayed before the swap; what comes between the last replay and the swap, after it.
    A server that fails is left out, if there is another engine.
    """
    codes = list(languages or searched_languages())
    wanted = list(chosen or engines())
    left_out: list[Engine] = []
    try:
        rebuilt = _build(wanted, codes, progress)
    except EngineFailedError:
        if len(wanted) == 1:
            raise
        logger.exception("The search server fails, and its index is not built")
        wanted, left_out = wanted[:1], wanted[1:]
        rebuilt = _build(wanted, codes, progress)
    wake_worker()
    return replace(rebuilt, left_out=[engine.name for engine in left_out])


@transaction.atomic
def load_synonyms() -> dict[str, int]:
    """Give each language without synonyms those to begin with; return how many were made."""
    made = {}
    for language in searched_languages():
        if not Synonym.objects.filter(language=language).exists():
            rows = [Synonym.starting(language, each) for each in starting_synonyms(language)]
            made[language] = len(Synonym.objects.bulk_create(rows))
    return made


def engines_due(languages: Collection[str] | None = None) -> list[Engine]:
    """Return the engines that have no index of these languages as one would be made now.

    A server that does not answer cannot be filled, and is not among them.
    """
    wanted = set(languages or searched_languages())
    return [engine for engine in engines() if _is_due(engine, wanted)]


def is_renewed(*, since: datetime) -> bool:
    """Say whether this machine's index was built anew after a moment."""
    made_at = embedded_engine().made_at()
    return made_at is not None and made_at > since


def _is_due(engine: Engine, languages: AbstractSet[str]) -> bool:
    try:
        health = engine.health()
    except NoIndexError:
        return True
    except EngineFailedError:
        return False
    has_place = outbox.reader_of(_reader_name(engine, health.generation)) is not None
    return not (health.is_current and has_place and languages <= health.documents.keys())


def _drain_if_it_answers(engine: Engine) -> int:
    breaker = engine.breaker
    if not breaker.allows():
        return 0
    try:
        count = _drain(engine)
    except EngineFailedError as error:
        breaker.failed(error)
        return 0
    breaker.succeeded()
    return count


def _drain(engine: Engine) -> int:
    try:
        with engine.writer() as writer:
            reader = outbox.reader_of(_reader_name(engine, writer.name))
            indexers = Indexers(writer.folder)
            count = _follow(writer, reader, indexers) if reader and writer.is_current else None
    except NoIndexError:
        return 0
    if count is not None:
        return count
    if engine.current_generation() != writer.name:
        return _drain(engine)
    logger.warning("The index is of another making, or has lost its place, and is built anew")
    rebuild_index(chosen=[engine])
    return 0


def _build(
    chosen: Collection[Engine],
    languages: Collection[str],
    progress: Callable[[str, int], None] | None,
) -> Rebuilt:
    with ExitStack() as stack:
        generations = [stack.enter_context(each.new_generation(languages)) for each in chosen]
        names = map(_reader_name, chosen, (generation.name for generation in generations))
        readers = [stack.enter_context(outbox.registered(name)) for name in names]
        folder = generations[0].folder
        counts = _fill(generations, folder, languages, progress)
        for engine, generation, reader in zip(chosen, generations, readers, strict=True):
            before = engine.current_generation()
            _follow(generation, reader, Indexers(folder))
            generation.swap_in()
            outbox.forget(_reader_name(engine, before or ""))
    return Rebuilt(generations[0].name, counts)


def _fill(
    generations: Sequence[NewGeneration],
    folder: Path,
    languages: Collection[str],
    progress: Callable[[str, int], None] | None,
) -> dict[str, int]:
    """Read all documents once, for all generations; return how many each language has."""
    analysis.prepare(languages)
    counts = {}
    forms_of = analysis.remembered_forms()
    for language in languages:
        words = vocabulary_folder(folder, language)
        documents = all_documents(language)
        counts[language] = fill(generations, words, language, documents, forms_of)
        for generation in generations:
            generation.finish_language()
        if progress:
            progress(language, counts[language])
    return counts


class Indexers(dict[str, Indexer]):
    """The indexers of a generation's languages, by its frozen words, made as they are needed.

    Of one index all hosts write the same terms, so this one compiles the dictionaries it lacks.
    """

    def __init__(self, generation: Path) -> None:
        super().__init__()
        self._generation = generation

    def __missing__(self, language: str) -> Indexer:
        analysis.prepare([language])
        folder = vocabulary_folder(self._generation, language)
        self[language] = Indexer(Vocabulary(language, folder if folder.is_dir() else None))
        return self[language]


def _follow(writer: Writer, reader: OutboxConsumer, indexers: Indexers) -> int:
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


def _reader_name(engine: Engine, generation: str) -> str:
    return f"{engine.name}:{generation}"
