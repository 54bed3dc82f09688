"""Which generation of the Elasticsearch index is in use, and how does another take its place?

    <prefix>-<language>-<generation>         an index; its `_meta` says what it was made with
    <prefix>-<language>-<generation>-write   an alias of that one, gone with it
    <prefix>-words-<generation>              its frozen words, see `elasticsearch_words`
    <prefix>-<language>                      an alias: where readers search a language
    <prefix>                                 an alias of all indices of the generation in use

The aliases of readers move in one request: a reader sees the old generation or the new one. The
old one stays until the next is begun, for searches that are under way. Whoever writes names the
alias for writing and requires it, since the server would otherwise make an index that was deleted
anew, without our fields.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from search.engines import NoIndexError
from search.engines.elasticsearch_lease import Lease
from search.engines.elasticsearch_schema import INDEX_RECIPE, SETTINGS, mappings
from search.engines.elasticsearch_server import SECONDS_FOR_A_LEASE, SECONDS_FOR_WRITING, reliably
from search.engines.elasticsearch_words import ServerWords

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from elasticsearch import Elasticsearch


@dataclass(frozen=True, slots=True)
class ServerGeneration:
    """The indices of all languages that were filled together."""

    name: str
    languages: tuple[str, ...]
    recipe: Mapping[str, Any]


class ServerGenerations:
    """The indices of one site on a server; others may have theirs beside them."""

    def __init__(self, client: Elasticsearch, prefix: str) -> None:
        self.client = client
        self.prefix = prefix
        self.writing_client = client.options(request_timeout=SECONDS_FOR_WRITING)

    def waiting(self, seconds: float) -> ServerGenerations:
        """Return the same for one who waits longer than readers do."""
        return ServerGenerations(self.client.options(request_timeout=seconds), self.prefix)

    def alias(self, language: str) -> str:
        return f"{self.prefix}-{language}"

    def index(self, language: str, generation: str) -> str:
        return f"{self.prefix}-{language}-{generation}"

    def generation_of(self, index: str, language: str) -> str:
        """Return the generation of a language's index, by its name."""
        return index.removeprefix(self.index(language, ""))

    def write_alias(self, language: str, generation: str) -> str:
        return f"{self.index(language, generation)}-write"

    def current(self) -> ServerGeneration | None:
        """Return the generation in use, None where there is none."""
        try:
            found = self.indices(self.prefix).values()
        except NoIndexError:
            return None
        # A language that was added later is noted with its own index.
        return max(found, key=lambda each: len(each.languages), default=None)

    def current_or_raise(self) -> ServerGeneration:
        """Return the generation in use; raises `NoIndexError` where there is none."""
        current = self.current()
        if current is None:
            raise NoIndexError(self.prefix)
        return current

    def lease(self, name: str, seconds: float, patience: float = 0) -> Lease:
        """Return the lease of a right, such as that to write the generation in use."""
        client = self.client.options(request_timeout=SECONDS_FOR_A_LEASE)
        return Lease(client, f"{self.prefix}-leases", name, seconds=seconds, patience=patience)

    def words(self, name: str) -> ServerWords:
        """Return where a generation keeps its words."""
        return ServerWords(self.writing_client, f"{self.prefix}-words-{name}")

    def make(self, name: str, languages: Collection[str]) -> None:
        """Make empty indices that nobody reads yet."""
        with reliably():
            self.writing_client.indices.create(
                index=f"{self.prefix}-words-{name}",
                settings=SETTINGS,
                mappings={"enabled": False, "_meta": self._about(name, languages)},
            )
        for language in languages:
            self._create(language, name, languages, [])

    def add_language(self, language: str, name: str, languages: Iterable[str]) -> None:
        """Make an empty index in a generation, which now has these languages; it may be in use."""
        current = self.current()
        is_read = current is not None and current.name == name
        self._create(language, name, languages, self._read_aliases(language) if is_read else [])

    def use(self, name: str, languages: Iterable[str]) -> None:
        """Let all readers use a generation from now on."""
        indices = {language: self.index(language, name) for language in languages}
        self.refresh(indices.values())
        before = self.indices(self.prefix) if self.current() else {}
        actions: list[dict[str, Any]] = [
            *({"remove": {"index": index, "alias": "*"}} for index in before),
            *(
                {"add": {"index": index, "aliases": self._read_aliases(language)}}
                for language, index in indices.items()
            ),
        ]
        with reliably():
            self.writing_client.indices.update_aliases(actions=actions)

    def discard(self, name: str) -> None:
        """Delete a generation."""
        self._delete(index for index, found in self.indices().items() if found.name == name)

    def discard_unused(self) -> None:
        """Delete all but the generation in use: the one before, and what killed rebuilds left."""
        current = self.current()
        name = current.name if current else None
        self._delete(index for index, found in self.indices().items() if found.name != name)

    def discard_all(self) -> None:
        """Delete whatever has a name of ours, where no site uses the prefix any more."""
        with reliably():
            names = list(self.client.indices.get(index=f"{self.prefix}-*", features=["aliases"]))
        self._delete(names)

    def refresh(self, indices: Iterable[str]) -> None:
        """Let searches see what was written."""
        if names := sorted(indices):
            with reliably():
                self.writing_client.indices.refresh(index=names)

    def _read_aliases(self, language: str) -> list[str]:
        return [self.alias(language), self.prefix]

    def _create(
        self, language: str, name: str, languages: Iterable[str], aliases: Iterable[str]
    ) -> None:
        with reliably():
            self.writing_client.indices.create(
                index=self.index(language, name),
                settings=SETTINGS,
                mappings=mappings(self._about(name, languages)),
                aliases={alias: {} for alias in (*aliases, self.write_alias(language, name))},
            )

    def _about(self, name: str, languages: Iterable[str]) -> dict[str, Any]:
        return {
            "prefix": self.prefix,
            "generation": name,
            "languages": list(languages),
            "recipe": INDEX_RECIPE,
        }

    def _delete(self, indices: Iterable[str]) -> None:
        with reliably():
            for index in indices:
                self.writing_client.options(ignore_status=404).indices.delete(index=index)

    def indices(self, alias: str = "") -> dict[str, ServerGeneration]:
        """Return all indices of this site, or those behind an alias, with their generation."""
        with reliably():
            answer = self.client.indices.get(
                index=alias or f"{self.prefix}-*", features=["mappings"]
            )
            metas = {index: found["mappings"].get("_meta", {}) for index, found in answer.items()}
            return {
                index: ServerGeneration(
                    meta["generation"], tuple(meta["languages"]), meta["recipe"]
                )
                for index, meta in metas.items()
                if meta.get("prefix") == self.prefix
            }


def new_name() -> str:
    return uuid.uuid4().hex
