"""How are documents found in an Elasticsearch server?

    <prefix>-<language>                an alias: where readers search a language
    <prefix>-<language>-<generation>   the index behind it
    <prefix>                           an alias of all indices of the generation in use

All aliases move in one request, so that a reader sees the old generation or the new one. Ranking,
filters and counts are those of the embedded engine. The server has a second to answer.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zlib import crc32

from django.conf import settings

from search.documents import Document, facet_field
from search.engines import (
    MOST_VALUES_OF_A_FACET,
    EngineFailedError,
    Health,
    Hit,
    Hits,
    NoIndexError,
)
from search.engines.breaker import Breaker
from search.engines.elasticsearch_generations import ServerGenerations
from search.engines.elasticsearch_queries import documents_query, filters, question_query
from search.engines.elasticsearch_schema import INDEX_RECIPE
from search.engines.elasticsearch_server import (
    SECONDS_FOR_A_LEASE,
    SECONDS_FOR_WRITING,
    connect,
    reliably,
)
from search.engines.elasticsearch_words import WordsAtHand
from search.engines.elasticsearch_writing import CurrentWriter, GenerationWriter, fetched_words
from search.engines.generations import vocabulary_folder
from search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from elasticsearch import Elasticsearch

    from search.query import Question, Selection

# No page of results that can be reached lies behind so many.
MOST_COUNTED = 10_000
BY_SCORE = [{"_score": "desc"}, {"id": "asc"}]
BY_TITLE = [{"title_order": "asc"}]
LISTED_AT_ONCE = 5_000
SERVER_TIMEOUT = "900ms"  # Before the client's own, so that the server does not work for nobody.


def elasticsearch_engine() -> ElasticsearchEngine | None:
    """Return this process's connection to the server of the settings, None without one."""
    if not settings.SEARCH_URL:
        return None
    return _engine_at(
        settings.SEARCH_URL,
        settings.SEARCH_API_KEY,
        settings.SEARCH_CA_FILE,
        settings.SEARCH_INDEX_PREFIX,
        Path(settings.SEARCH_INDEX_DIR) / "elasticsearch",
    )


@contextmanager
def temporary_engine(folder: Path) -> Iterator[ElasticsearchEngine]:
    """Give an empty index beside the site's own; it goes afterwards. The server has its time."""
    client = connect(
        settings.SEARCH_URL,
        api_key=settings.SEARCH_API_KEY,
        ca_file=settings.SEARCH_CA_FILE,
        seconds=SECONDS_FOR_WRITING,
    )
    prefix = f"{settings.SEARCH_INDEX_PREFIX}-{uuid4().hex}"
    engine = ElasticsearchEngine(client, prefix, folder)
    try:
        yield engine
    finally:
        engine.generations.discard_all()


@lru_cache(maxsize=8)
def _engine_at(
    url: str, api_key: str, ca_file: str, prefix: str, folder: Path
) -> ElasticsearchEngine:
    return ElasticsearchEngine(connect(url, api_key=api_key, ca_file=ca_file), prefix, folder)


class ElasticsearchEngine:
    """Finds documents in the generation in use, and opens writers of the index.

    In the folder lie the words of that generation.
    """

    name = "elasticsearch"
    is_degraded = False

    def __init__(self, client: Elasticsearch, prefix: str, folder: Path) -> None:
        self.generations = ServerGenerations(client, prefix)
        self._patient = self.generations.waiting(SECONDS_FOR_WRITING)
        self.breaker = Breaker(self.name)
        self._client = client
        self._folder = folder
        self._answering = ""  # The generation that answered last.
        self._at_hand = WordsAtHand(folder)

    def current_generation(self) -> str | None:
        current = self._patient.current()
        return current.name if current else None

    def new_generation(self, languages: Collection[str]) -> GenerationWriter:
        return GenerationWriter(self._patient, languages)

    def writer(self, patience: float = 2) -> CurrentWriter:
        generations = self.generations.waiting(SECONDS_FOR_A_LEASE)
        return CurrentWriter(generations, self._folder, patience)

    def search(
        self,
        question: Question,
        selection: Selection,
        *,
        offset: int = 0,
        limit: int = 10,
        facets: Collection[str] = (),
    ) -> Hits:
        # What is selected in a facet does not count for the facet itself, so that where facets are
        # counted it filters what is shown of all that the question finds.
        is_shown_later = bool(facets and selection)
        shown = {"bool": {"filter": filters(selection)}} if is_shown_later else None
        answer = self._ask(
            question,
            query=question_query(question, selection, is_filtered=not is_shown_later),
            aggregations={name: _values_of(name, selection) for name in facets},
            post_filter=shown,
            from_=offset,
            size=limit,
            sort=BY_TITLE if selection.by_title else BY_SCORE,
            track_total_hits=MOST_COUNTED,
        )
        if answer is None:
            return Hits(0)
        with reliably():
            total = answer["hits"]["total"]
            hits = [_hit(each) for each in answer["hits"]["hits"]]
            counts = {name: _counted(answer["aggregations"][name]) for name in facets}
            is_exact = total["relation"] == "eq"
            if hits:
                name = str(answer["hits"]["hits"][0]["_index"])
                self._answering = self.generations.generation_of(name, question.language)
            return Hits(int(total["value"]), hits, is_exact=is_exact, counts=counts)

    def fetch(self, language: str, ids: Collection[str]) -> dict[str, Document]:
        answer = self._search_language(language, query=documents_query(ids), size=len(ids))
        if answer is None:
            return {}
        with reliably():
            documents = [_document(each) for each in answer["hits"]["hits"]]
        return {document.id: document for document in documents}

    def explain(self, question: Question, document_id: str) -> dict[str, Any] | None:
        current = self.generations.current_or_raise()
        if question.language not in current.languages:
            return None
        with reliably():
            answer = self._client.options(ignore_status=404).explain(
                index=self.generations.alias(question.language),
                id=document_id,
                query=question_query(question, None),
            )
            return answer["explanation"] if answer.get("matched") else None

    def vocabulary(self, language: str) -> Vocabulary:
        current = self._patient.current_or_raise()
        words = fetched_words(self._patient, self._folder, current)
        folder = vocabulary_folder(words, language)
        has_words = language in current.languages and folder.is_dir()
        return Vocabulary(language, folder if has_words else None)

    def words_at_hand(self, language: str) -> Vocabulary | None:
        """Return the words of the generation that answered last, if they lie on this machine.

        The server is not asked: see `fetch_words`.
        """
        return self._at_hand.of(self._answering, language)

    def fetch_words(self) -> Path:
        """Bring the words of the generation in use into its folder on this machine."""
        current = self._patient.current_or_raise()
        return fetched_words(self._patient, self._folder, current)

    def health(self) -> Health:
        current = self._patient.current_or_raise()
        by_index = {"terms": {"field": "_index", "size": MOST_VALUES_OF_A_FACET}}
        with reliably():
            answer = self._patient.client.search(
                index=self.generations.prefix, size=0, aggregations={"counts": by_index}
            )
            counts = _buckets(_whole(answer)["aggregations"]["counts"])
        names = {each: self.generations.index(each, current.name) for each in current.languages}
        documents = {language: counts.get(name, 0) for language, name in sorted(names.items())}
        return Health(current.name, documents, is_current=current.recipe == INDEX_RECIPE)

    def versions(self, language: str) -> dict[str, str]:
        if language not in self._patient.current_or_raise().languages:
            return {}
        versions: dict[str, str] = {}
        after = None
        while hits := self._list(language, after):
            versions |= {hit["fields"]["id"][0]: hit["fields"]["version"][0] for hit in hits}
            after = hits[-1]["sort"]
        return versions

    def _list(self, language: str, after: Any) -> list[Any]:
        """Return the ids and versions of documents that follow an id, by id."""
        with reliably():
            answer = self._patient.client.search(
                index=self.generations.alias(language),
                size=LISTED_AT_ONCE,
                sort=[{"id": "asc"}],
                source=False,
                docvalue_fields=[{"field": "id"}, {"field": "version"}],
                search_after=after,
            )
            return list(_whole(answer)["hits"]["hits"])

    def _ask(self, question: Question, **body: Any) -> Mapping[str, Any] | None:
        """Search with the words of a question; None where there is nothing to search in or for."""
        if not question.words:
            return None
        # The copies of an index may count words differently: a question always asks the same one.
        preference = str(crc32(question.text.encode()))
        return self._search_language(question.language, preference=preference, **body)

    def _search_language(self, language: str, **body: Any) -> Mapping[str, Any] | None:
        if not _is_code(language):
            return None
        alias = self.generations.alias(language)
        try:
            return self._search(alias, **body)
        except NoIndexError:
            # Either another generation came into use just now, or the language has no index.
            if language not in self.generations.current_or_raise().languages:
                return None
            return self._search(alias, **body)

    def _search(self, index: str, **body: Any) -> Mapping[str, Any]:
        with reliably():
            return _whole(self._client.search(index=index, timeout=SERVER_TIMEOUT, **body))


def _whole(answer: Any) -> Mapping[str, Any]:
    """Return the answer to a search, unless a part of the index is missing in it."""
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise EngineFailedError("A part of the index is missing in the answer.")
    return dict(answer)


def _is_code(language: str) -> bool:
    """Say whether this can be a language: a pattern would search several."""
    return language.replace("-", "").isalnum()


def _hit(found: Mapping[str, Any]) -> Hit:
    return Hit(float(found["_score"] or 0), _document(found))


def _document(found: Mapping[str, Any]) -> Document:
    return Document.from_record(found["_source"]["record"])


def _values_of(facet: str, selection: Selection) -> dict[str, Any]:
    """Count a facet's values among what is selected in the others."""
    values = {"terms": {"field": facet_field(facet), "size": MOST_VALUES_OF_A_FACET}}
    others = filters(selection.without(facet))
    if not others:
        return values
    return {"filter": {"bool": {"filter": others}}, "aggregations": {"values": values}}


def _counted(answer: Mapping[str, Any]) -> dict[str, int]:
    """Return the counts of a facet, among others or among all."""
    return _buckets(answer.get("values", answer))


def _buckets(answer: Mapping[str, Any]) -> dict[str, int]:
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in answer["buckets"]}
