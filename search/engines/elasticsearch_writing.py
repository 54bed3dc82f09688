"""How are the generations of the Elasticsearch index written?

One writer at a time, on whatever host: whoever writes holds a lease. Changes of the generation in
use are kept here until they are committed, so what is not committed never reaches the server.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from elasticsearch.helpers import streaming_bulk

from search.engines import EngineFailedError
from search.engines.elasticsearch_generations import new_name
from search.engines.elasticsearch_schema import INDEX_RECIPE, stored
from search.engines.elasticsearch_server import insist_on_version, reliably

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from search.engines.elasticsearch_generations import ServerGeneration, ServerGenerations
    from search.engines.elasticsearch_lease import Lease
    from search.indexing import Entry

DOCUMENTS_AT_ONCE = 500
BYTES_AT_ONCE = 10_000_000
SECONDS_OF_A_CHANGE = 120
SECONDS_OF_A_REBUILD = 600
SECONDS_OF_OTHER_WORDS = 86_400

Action = dict[str, Any]


class CurrentWriter:
    """Writes changes into the generation that readers use."""

    def __init__(self, generations: ServerGenerations, folder: Path, patience: float) -> None:
        self._generations = generations
        self._folder = folder
        self._lease = generations.lease("writer", SECONDS_OF_A_CHANGE, patience)
        self._held = ExitStack()
        self._actions: list[Action] = []

    def __enter__(self) -> Self:
        self._generations.current_or_raise()  # Without a generation there is nothing to wait for.
        with ExitStack() as stack:
            stack.enter_context(self._lease)
            current = self._generations.current_or_raise()
            self.name = current.name
            self._recipe = current.recipe
            self._languages = list(current.languages)
            self.folder = fetched_words(self._generations, self._folder, current)
            self._held = stack.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._held.close()

    @property
    def is_current(self) -> bool:
        return self._recipe == INDEX_RECIPE

    def put(self, entries: Iterable[Entry]) -> int:
        changed = list(entries)
        for language in _languages_of(changed).difference(self._languages):
            self._languages.append(language)
            self._generations.add_language(language, self.name, self._languages)
        self._actions += _puts(self._generations, self.name, changed)
        return len(changed)

    def remove(self, language: str, ids: Iterable[str]) -> None:
        if language in self._languages:
            self._actions += _removals(self._generations, self.name, language, ids)

    def commit(self) -> None:
        self._lease.renew()  # Whoever compares for long may have nothing to write.
        _send(self._generations, self._lease, self._actions)
        touched = {action["_index"] for action in self._actions}
        self._generations.refresh(touched)
        self._actions.clear()


class GenerationWriter:
    """Writes a generation that nobody reads yet; unless swapped in, it is thrown away."""

    def __init__(self, generations: ServerGenerations, languages: Collection[str]) -> None:
        self.name = new_name()
        self._generations = generations
        self._lease = generations.lease("rebuild", SECONDS_OF_A_REBUILD)
        self._languages = list(languages)
        self._held = ExitStack()
        self._is_in_use = False

    def __enter__(self) -> Self:
        insist_on_version(self._generations.client)
        with ExitStack() as stack:
            stack.enter_context(self._lease)
            self._generations.discard_unused()
            stack.callback(self._discard_unless_in_use)
            self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            self._generations.make(self.name, self._languages)
            self._held = stack.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._held.close()

    def add(self, entries: Iterable[Entry]) -> int:
        return _send(self._generations, self._lease, _puts(self._generations, self.name, entries))

    def put(self, entries: Iterable[Entry]) -> int:
        changed = list(entries)
        for language in _languages_of(changed).difference(self._languages):
            self._languages.append(language)
            self._generations.add_language(language, self.name, self._languages)
        return self.add(changed)

    def remove(self, language: str, ids: Iterable[str]) -> None:
        if language in self._languages:
            actions = _removals(self._generations, self.name, language, ids)
            _send(self._generations, self._lease, actions)

    def commit(self) -> None:
        """Nobody reads it yet."""

    def keep_words(self, language: str, folder: Path) -> None:
        self._generations.words(self.name).keep(language, folder)

    def finish_language(self) -> None:
        """Nothing is kept here that could be given back."""

    def swap_in(self) -> None:
        self._lease.renew()
        self._generations.use(self.name, self._languages)
        self._is_in_use = True

    def _discard_unless_in_use(self) -> None:
        if not self._is_in_use:
            self._generations.discard(self.name)


def fetched_words(generations: ServerGenerations, folder: Path, current: ServerGeneration) -> Path:
    """Return where the words of the generation in use lie here; those of others go after a day.

    Until then another process of this machine may read them, or know that they are the ones in use.
    """
    own = folder / current.name
    own.mkdir(parents=True, exist_ok=True)
    for language in current.languages:
        generations.words(current.name).fetch(language, own)
    for other in folder.iterdir():
        with suppress(OSError):  # Another process was faster.
            if other != own and time.time() - other.stat().st_mtime > SECONDS_OF_OTHER_WORDS:
                shutil.rmtree(other)
    return own


def _languages_of(entries: Iterable[Entry]) -> set[str]:
    return {entry.document.language for entry in entries}


def _puts(generations: ServerGenerations, name: str, entries: Iterable[Entry]) -> Iterator[Action]:
    for entry in entries:
        index = generations.write_alias(entry.document.language, name)
        yield {"_index": index, "_id": entry.document.id, "_source": stored(entry)}


def _removals(
    generations: ServerGenerations, name: str, language: str, ids: Iterable[str]
) -> Iterator[Action]:
    index = generations.write_alias(language, name)
    return ({"_op_type": "delete", "_index": index, "_id": key} for key in ids)


def _send(generations: ServerGenerations, lease: Lease, actions: Iterable[Action]) -> int:
    """Write in the order given; return how many actions there were."""
    left = iter(actions)
    count = 0
    while part := list(islice(left, DOCUMENTS_AT_ONCE)):
        lease.renew()
        _send_part(generations, part)
        count += len(part)
    return count


def _send_part(generations: ServerGenerations, actions: list[Action]) -> None:
    """Write, or raise `EngineFailedError` where a part was not written."""
    with reliably():
        outcomes = streaming_bulk(
            generations.writing_client,
            actions,
            max_chunk_bytes=BYTES_AT_ONCE,
            raise_on_error=False,
            require_alias=True,
        )
        faults = [item for _, item in outcomes if _fault_in(item)]
    if faults:
        raise EngineFailedError(f"{len(faults)} documents were not written: {faults[0]}")


def _fault_in(item: dict[str, Any]) -> bool:
    """A document that was to be removed and is not there does no harm."""
    return any("error" in outcome for outcome in item.values())
