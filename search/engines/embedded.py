"""How does a process search the embedded index (tantivy), whoever writes it?

An index per language lies in the directory of a generation. Before each search a reader looks,
by the file system's stamps, whether another generation came into use or another process wrote
the current one, and follows; that costs microseconds and misses nothing. While a new state
cannot be opened the old one answers.
"""

from __future__ import annotations

import json
import logging
import threading
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tantivy
from django.conf import settings

from search.documents import Document, facet_field
from search.engines import MOST_VALUES_OF_A_FACET, Health, Hit, Hits, NoIndexError
from search.engines.breaker import Breaker
from search.engines.embedded_queries import (
    any_document_query,
    documents_query,
    matching_query,
    question_query,
)
from search.engines.embedded_schema import INDEX_RECIPE, record_of, version_in
from search.engines.embedded_titles import has_titles, title_query
from search.engines.embedded_writing import CurrentWriter, GenerationWriter
from search.engines.generations import Generations, stamp_of, vocabulary_folder
from search.vocabulary import Vocabulary
from services.language import analysis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from search.beginnings import TypedText, TypedWord
    from search.query import Question, Selection

logger = logging.getLogger(__name__)

BY_TITLE: dict[str, Any] = {"order_by_field": "title_order", "order": tantivy.Order.Asc}


def embedded_engine() -> EmbeddedEngine:
    """Return this process's reader of the index that the settings name."""
    return _engine_at(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=8)
def _engine_at(directory: Path) -> EmbeddedEngine:
    return EmbeddedEngine(directory)


class EmbeddedEngine:
    """Finds documents in the generation in use, and opens writers of the index."""

    name = "embedded"
    is_degraded = False

    def __init__(self, directory: Path) -> None:
        self.generations = Generations(directory)
        self.breaker = Breaker(self.name)
        self._opening = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._opened: OpenGeneration | None = None

    def current_generation(self) -> str | None:
        return self.generations.current()

    def made_at(self) -> datetime | None:
        """Return when the generation in use was made, None where nothing says so."""
        made_at = self.generations.description(self.generations.current() or "").get("made_at")
        return datetime.fromisoformat(made_at) if made_at else None

    def new_generation(self, languages: Collection[str]) -> GenerationWriter:
        return GenerationWriter(self.generations, languages)

    def writer(self, patience: float = 10) -> CurrentWriter:
        return CurrentWriter(self.generations, patience)

    def search(
        self,
        question: Question,
        selection: Selection,
        *,
        offset: int = 0,
        limit: int = 10,
        facets: Collection[str] = (),
    ) -> Hits:
        index = self._generation().index(question.language)
        if index is None or not question.words:
            return Hits(0)
        query = question_query(index.schema, question, selection)
        searcher = index.searcher()
        order = BY_TITLE if selection.by_title else {}
        found = searcher.search(query, limit=limit, offset=offset, **order)
        total = int(found.count)  # type: ignore[attr-defined]  # Missing in tantivy's stubs only.
        hits = [
            Hit(0.0 if order else score, _document(searcher, place)) for score, place in found.hits
        ]
        if not order:  # tantivy leaves equal ones in the order in which they were written.
            hits.sort(key=lambda hit: (-hit.score, hit.document.id))
        counts: dict[str, dict[str, int]] = {}
        for others, group in _grouped(selection, facets).items():
            matching = matching_query(index.schema, question, others)
            answer = searcher.aggregate(matching, {name: _terms_of(name) for name in group})
            counts |= {name: _buckets(answer[name]) for name in group}
        return Hits(total, hits, counts=counts)

    def fetch(self, language: str, ids: Collection[str]) -> dict[str, Document]:
        index = self._generation().index(language)
        if index is None or not ids:
            return {}
        searcher = index.searcher()
        found = searcher.search(documents_query(index.schema, ids), limit=len(ids))
        documents = (_document(searcher, place) for _, place in found.hits)
        return {document.id: document for document in documents}

    def explain(self, question: Question, document_id: str) -> dict[str, Any] | None:
        index = self._generation().index(question.language)
        if index is None:
            return None
        searcher = index.searcher()
        query = question_query(index.schema, question, None)
        there = documents_query(index.schema, [document_id])
        musts = [(tantivy.Occur.Must, each) for each in (query, there)]
        place = searcher.search(tantivy.Query.boolean_query(musts), limit=1).hits
        return json.loads(query.explain(searcher, place[0][1]).to_json()) if place else None

    def titled(self, language: str, typed: TypedText, limit: int) -> list[Document]:
        """Return documents whose titles have words of these beginnings, best first."""
        index = self._generation().index(language)
        if index is None:
            return []
        searcher = index.searcher()
        found = searcher.search(title_query(index.schema, typed), limit=limit, count=False)
        return [_document(searcher, place) for _, place in found.hits]

    def has_title_with(self, language: str, word: TypedWord) -> bool:
        """Say whether some title has a word of this beginning, or one of its forms."""
        index = self._generation().index(language)
        return index is not None and has_titles(index.searcher(), word)

    def vocabulary(self, language: str) -> Vocabulary:
        """Return the words by which the current generation's documents were analysed."""
        return self._generation().vocabulary(language)

    def health(self) -> Health:
        generation = self._generation()
        return Health(
            generation=generation.name,
            documents=generation.document_counts(),
            is_current=self.generations.description(generation.name).get("recipe") == INDEX_RECIPE,
        )

    def versions(self, language: str) -> dict[str, str]:
        index = self._generation().index(language)
        if index is None:
            return {}
        searcher = index.searcher()
        found = searcher.search(any_document_query(), limit=max(1, searcher.num_docs))
        entries = (searcher.doc(place) for _, place in found.hits)
        return {str(each.get_first("id")): version_in(each) for each in entries}

    def _generation(self) -> OpenGeneration:
        stamp = self.generations.stamp()
        if stamp != self._stamp or self._opened is None:
            with self._opening:
                self._follow(stamp)
        if self._opened is None:
            raise NoIndexError(str(self.generations.directory))
        return self._opened

    def _follow(self, stamp: tuple[int, int] | None) -> None:
        name = self.generations.current()
        if name is None or not self._is_readable(name):
            self._stamp, self._opened = None, None
        elif stamp != self._stamp or self._opened is None:
            self._opened = OpenGeneration(name, self.generations.path(name))
            self._stamp = stamp
            # Whoever built the generation may have compiled dictionaries for it.
            analysis.forget()

    def _is_readable(self, name: str) -> bool:
        recipe = self.generations.description(name).get("recipe", {})
        return bool(recipe.get("schema") == INDEX_RECIPE["schema"])


class OpenGeneration:
    """The indices of one generation, opened as they are asked for."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        self._indices: dict[str, OpenIndex] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def index(self, language: str) -> OpenIndex | None:
        """Return the index of a language, None where the generation has none."""
        if language not in self._indices:
            folder = self.path / language
            if not (language.replace("-", "").isalnum() and (folder / "meta.json").exists()):
                return None
            self._indices[language] = OpenIndex(folder)
        return self._indices[language]

    def vocabulary(self, language: str) -> Vocabulary:
        """Return the words of a language; none where the generation does not have it."""
        if language not in self._vocabularies:
            folder = vocabulary_folder(self.path, language)
            # A language that came after the generation was built has an index and no words.
            has_words = self.index(language) is not None and folder.is_dir()
            self._vocabularies[language] = Vocabulary(language, folder if has_words else None)
        return self._vocabularies[language]

    def document_counts(self) -> dict[str, int]:
        languages = sorted(path.name for path in self.path.iterdir() if path.is_dir())
        opened = {language: self.index(language) for language in languages}
        return {name: index.searcher().num_docs for name, index in opened.items() if index}


class OpenIndex:
    """One language's index, as it was when somebody last wrote it."""

    def __init__(self, folder: Path) -> None:
        self._state = folder / "meta.json"
        self._stamp = stamp_of(self._state)
        self._index = tantivy.Index.open(str(folder))
        # Watching files in a thread, tantivy's own way, notices a commit only after half a second.
        self._index.config_reader("manual", 0)
        self._index.reload()
        self.schema = self._index.schema

    def searcher(self) -> tantivy.Searcher:
        stamp = stamp_of(self._state)
        if stamp != self._stamp:
            self._reload(stamp)
        return self._index.searcher()

    def _reload(self, stamp: tuple[int, int] | None) -> None:
        try:
            self._index.reload()
        except (OSError, ValueError):
            logger.exception("%s cannot be read anew; the state before answers", self._state)
        else:
            self._stamp = stamp


def _document(searcher: tantivy.Searcher, place: tantivy.DocAddress) -> Document:
    return Document.from_record(record_of(searcher.doc(place)))


def _grouped(selection: Selection, facets: Iterable[str]) -> dict[Selection, list[str]]:
    """Group the facets by what is selected in the others: each group is counted at once."""
    groups: dict[Selection, list[str]] = {}
    for facet in facets:
        others = selection.without(facet) if selection.of(facet) else selection
        groups.setdefault(others, []).append(facet)
    return groups


def _terms_of(facet: str) -> dict[str, Any]:
    return {"terms": {"field": facet_field(facet), "size": MOST_VALUES_OF_A_FACET}}


def _buckets(answer: dict[str, Any]) -> dict[str, int]:
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in answer["buckets"]}
