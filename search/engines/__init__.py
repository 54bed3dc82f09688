"""What can a search engine do for us?

Little, so that engines can be exchanged: keep ready-made terms, rank by them, filter, count, and
swap a whole new generation in at one moment. Analysis, expansion, snippets and the words for
people are ours and lie outside.

What an engine is told of a word is how to scale its own BM25 (k1 = 1.2, b = 0.75, with the factor
k1 + 1 that Lucene leaves out) and what a field is worth; so every engine ranks alike. Of equal
documents on a page that with the lower id stands first.

Whoever writes opens a `Writer`, either on the generation that readers use (`Engine.writer`) or on
a new one (`Engine.new_generation`), which nobody sees until it is swapped in. Two writers never
write one generation: the second is refused with `WriterBusyError`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, Self, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from search.documents import Document
    from search.engines.breaker import Breaker
    from search.indexing import Entry
    from search.query import Question, Selection
    from search.vocabulary import Vocabulary


MOST_VALUES_OF_A_FACET = 65_000


class NoIndexError(LookupError):
    """There is nothing to search in: no index has been built yet."""


class WriterBusyError(RuntimeError):
    """Somebody else is writing the same index."""


class EngineFailedError(RuntimeError):
    """The engine gave no answer, or none that can be relied on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, with the engine's score."""

    score: float
    document: Document


@dataclass(frozen=True, slots=True)
class Hits:
    """How many documents were found, at least, and those of the part that was asked for.

    `counts` has for each facet how many have each of its values.
    """

    total: int
    hits: list[Hit] = field(default_factory=list)
    is_exact: bool = True
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the engine can answer, and what it holds."""

    generation: str
    documents: Mapping[str, int]
    is_current: bool


class Writer(Protocol):
    """Writes documents; nothing is seen before `commit`."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...

    def put(self, entries: Iterable[Entry]) -> int:
        """Write documents in place of those with the same id and language; return how many."""

    def remove(self, language: str, ids: Iterable[str]) -> None:
        """Take documents out; those that are not there do no harm."""

    def commit(self) -> None:
        """Let readers see what was written."""


class CurrentGeneration(Writer, Protocol):
    """The generation that readers use, open for changes.

    `folder` holds its frozen words on this machine, see `vocabulary_folder`.
    """

    name: str
    folder: Path

    @property
    def is_current(self) -> bool:
        """Say whether it was made as one would be made now; else it must not be written."""


class NewGeneration(Writer, Protocol):
    """A generation that readers do not see yet; leaving it unswapped throws it away.

    `folder` is where its frozen words may be made, see `vocabulary_folder`.
    """

    name: str
    folder: Path

    def add(self, entries: Iterable[Entry]) -> int:
        """Write documents that the generation does not hold yet; return how many."""

    def keep_words(self, language: str, folder: Path) -> None:
        """Keep the frozen words of a language, which lie in this folder, with the generation."""

    def finish_language(self) -> None:
        """Commit what was written so far and give its memory back."""

    def swap_in(self) -> None:
        """Let all readers use this generation from now on, at one moment."""


@runtime_checkable
class CountingGeneration(Protocol):
    """A new generation that tells at once what takes long to count while documents pass."""

    def counts(
        self, language: str, terms: Mapping[str, Collection[str]]
    ) -> Mapping[str, Mapping[str, int]]:
        """Commit, and say how many documents of a language have each of these terms of fields."""


class Finder(Protocol):
    """Finds documents; each method raises `NoIndexError` or `EngineFailedError` where it cannot."""

    @property
    def is_degraded(self) -> bool:
        """Say whether another engine answers than the one that should."""

    def search(
        self,
        question: Question,
        selection: Selection,
        *,
        offset: int = 0,
        limit: int = 10,
        facets: Collection[str] = (),
    ) -> Hits:
        """Find documents, count all that are found, and count them by the values of facets.

        They come best first or, where that is selected, by `title_order` and without a score. A
        facet's own selection does not count for it.
        """

    def fetch(self, language: str, ids: Collection[str]) -> dict[str, Document]:
        """Return those documents of a language, by id, that there are."""

    def explain(self, question: Question, document_id: str) -> dict[str, Any] | None:
        """Say how the score of one document comes about; None where it is not found."""

    def vocabulary(self, language: str) -> Vocabulary:
        """Return the words by which questions in a language are understood."""


class Engine(Finder, Protocol):
    """Keeps documents and finds them. `breaker` knows whether it answers this process."""

    name: str
    breaker: Breaker

    def current_generation(self) -> str | None:
        """Return the name of the generation that readers use, None where there is none."""

    def new_generation(self, languages: Collection[str]) -> NewGeneration:
        """Begin a generation; a second one at the same time raises `WriterBusyError`."""

    def writer(self, patience: float = 10) -> CurrentGeneration:
        """Write the current generation; wait so many seconds for another writer to end."""

    def health(self) -> Health:
        """Say what the engine holds; raises `NoIndexError` where that is nothing."""

    def versions(self, language: str) -> dict[str, str]:
        """Return the version (see `version_of`) of each document of a language by its id."""
