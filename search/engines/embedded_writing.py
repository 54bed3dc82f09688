"""How are the embedded index's generations written?

One writer at a time: whoever writes holds a lock beside the index, and tantivy holds its own for
each language; where either is taken the answer is `WriterBusyError`. What is not committed is not
seen, and a writer that dies leaves the state of the last commit.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Self

import tantivy
from django.utils import timezone

from search.engines import NoIndexError, WriterBusyError
from search.engines.embedded_schema import INDEX_RECIPE, schema, stored
from search.engines.generations import vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from search.engines.generations import Generations
    from search.indexing import Entry

HEAP_FOR_A_GENERATION = 96_000_000
HEAP_FOR_CHANGES = 16_000_000


class _Writing:
    """Writers of tantivy, one a language, opened as they are needed."""

    def __init__(self, folder: Path, heap: int) -> None:
        self._folder = folder
        self._heap = heap
        self._writers: dict[str, tantivy.IndexWriter] = {}

    def add(self, entries: Iterable[Entry]) -> int:
        count = 0
        for language, group in groupby(entries, key=attrgetter("document.language")):
            writer = self._writer(language)
            for entry in group:
                writer.add_document(stored(entry))
                count += 1
        return count

    def put(self, entries: Iterable[Entry]) -> int:
        changed = list(entries)
        for entry in changed:
            self.remove(entry.document.language, [entry.document.id])
        return self.add(changed)

    def remove(self, language: str, ids: Iterable[str]) -> None:
        if not (self._folder / language).is_dir():
            return
        for document_id in ids:
            self._writer(language).delete_documents_by_term("id", document_id)

    def commit(self) -> None:
        for writer in self._writers.values():
            writer.commit()

    def close(self) -> None:
        """Let tantivy finish merging, which it would otherwise leave undone."""
        while self._writers:
            self._writers.popitem()[1].wait_merging_threads()

    def make(self, language: str) -> None:
        """Make an empty index for a language."""
        folder = self._folder / language
        folder.mkdir(parents=True, exist_ok=True)
        tantivy.Index(schema(), path=str(folder))

    def _writer(self, language: str) -> tantivy.IndexWriter:
        if language not in self._writers:
            if not (self._folder / language).is_dir():
                self.make(language)
            self._writers[language] = _open_writer(self._folder / language, self._heap)
        return self._writers[language]


class CurrentWriter:
    """Writes changes into the generation that readers use."""

    def __init__(self, generations: Generations, patience: float) -> None:
        self._generations = generations
        self._patience = patience
        self._held = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self._generations.lock("writer", self._patience))
            name = self._generations.current()
            if name is None:
                raise NoIndexError(str(self._generations.directory))
            self.name = name
            self.folder = self._generations.path(name)
            self._writing = _Writing(self.folder, HEAP_FOR_CHANGES)
            stack.callback(self._writing.close)
            self._held = stack.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self._held.close()

    @property
    def is_current(self) -> bool:
        return self._generations.description(self.name).get("recipe") == INDEX_RECIPE

    def put(self, entries: Iterable[Entry]) -> int:
        return self._writing.put(entries)

    def remove(self, language: str, ids: Iterable[str]) -> None:
        self._writing.remove(language, ids)

    def commit(self) -> None:
        self._writing.commit()


class GenerationWriter:
    """Writes a generation that nobody reads yet; unless swapped in, it is thrown away."""

    def __init__(self, generations: Generations, languages: Collection[str]) -> None:
        self.name = generations.new_name()
        self.folder = generations.path(self.name)
        self._generations = generations
        self._languages = list(languages)
        self._held = ExitStack()
        self._writing = _Writing(self.folder, HEAP_FOR_A_GENERATION)
        self._is_in_use = False

    def __enter__(self) -> Self:
        self._held.enter_context(self._generations.lock("rebuild"))
        for language in self._languages:
            self._writing.make(language)
        return self

    def __exit__(self, *exception: object) -> None:
        with self._held:
            self._writing.close()
            if not self._is_in_use:
                self._generations.discard(self.name)

    def add(self, entries: Iterable[Entry]) -> int:
        return self._writing.add(entries)

    def put(self, entries: Iterable[Entry]) -> int:
        return self._writing.put(entries)

    def remove(self, language: str, ids: Iterable[str]) -> None:
        self._writing.remove(language, ids)

    def commit(self) -> None:
        self._writing.commit()

    def keep_words(self, language: str, folder: Path) -> None:
        own = vocabulary_folder(self.folder, language)
        if folder != own:
            shutil.copytree(folder, own)

    def counts(
        self, language: str, terms: Mapping[str, Collection[str]]
    ) -> dict[str, dict[str, int]]:
        self._writing.commit()
        searcher = tantivy.Index.open(str(self.folder / language)).searcher()
        return {
            name: {term: searcher.doc_freq(name, term) for term in each}
            for name, each in terms.items()
        }

    def finish_language(self) -> None:
        """Commit what was written so far and give its memory back."""
        self._writing.commit()
        self._writing.close()

    def swap_in(self) -> None:
        self.finish_language()
        self._generations.describe(
            self.name,
            {
                "recipe": INDEX_RECIPE,
                "languages": self._languages,
                "made_at": timezone.now().isoformat(),
            },
        )
        self._generations.use(self.name)
        self._is_in_use = True


def _open_writer(folder: Path, heap: int) -> tantivy.IndexWriter:
    try:
        return tantivy.Index.open(str(folder)).writer(heap_size=heap, num_threads=1)
    except ValueError as error:
        if "LockBusy" not in str(error):
            raise
        raise WriterBusyError(str(folder)) from error
