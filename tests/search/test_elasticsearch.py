"""What is the Elasticsearch engine's own: names on the server, leases, and ranks as the other's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from search.engines import (
    EngineFailedError,
    NoIndexError,
    WriterBusyError,
    elasticsearch_writing,
)
from search.engines.generations import vocabulary_folder
from search.query import Selection, ask
from search.synonyms import finder_of
from search.vocabulary import Vocabulary
from tests.search.documents import asked, build, document, entries, ids

if TYPE_CHECKING:
    from pathlib import Path

    from search.engines import Engine
    from search.engines.elasticsearch import ElasticsearchEngine
    from search.engines.elasticsearch_lease import Lease
    from search.engines.embedded import EmbeddedEngine

pytestmark = pytest.mark.elasticsearch

TEXTS: tuple[dict[str, Any], ...] = (
    {"title": "Rijbewijs omwisselen", "keywords": ("roze pasje", "rijden"), "body": "lang " * 70},
    {"title": "Rijbewijs", "names_elsewhere": (("en", "Driving licence"),)},
    {"title": "Rijbewijs", "summary": "Wissel uw rijbewijs om.", "authority": "Lindewoude"},
    {"title": "Autorijden", "headings": ("Rijbewijs",), "body": "rijbewijs omwisselen " * 90},
    {"title": "Parkeren", "body": "U hebt een rijbewijs."},
)
SYNONYM = ("pasje", ("rijbewijs van het omwisselen", "parkeren"))


@pytest.fixture
def engine(elasticsearch_engine: ElasticsearchEngine) -> ElasticsearchEngine:
    return elasticsearch_engine


@pytest.fixture
def lost(engine: ElasticsearchEngine) -> Lease:
    """A lease that ran out and that nobody gave back."""
    lease = engine.generations.lease("test", seconds=0.001)
    lease.__enter__()
    return lease


def scores(engine: Engine, text: str) -> dict[str, float]:
    hits = engine.search(asked(engine, text), Selection()).hits
    return {hit.document.id: hit.score for hit in hits}


def delete(engine: ElasticsearchEngine, index: str) -> None:
    engine.generations.writing_client.indices.delete(index=index)


@pytest.mark.parametrize(
    "text",
    [
        "rijbewijs",
        "rijbewijzen omwisselen",
        "rijbewijs parkeren zonder vergunning",
        "rijbewjis",
        "rijbxxxxijs",
        "driving licence",
        '"rijbewijs omwisselen"',
        "autorijbewijs",
    ],
)
def test_both_engines_score_alike(
    engine: ElasticsearchEngine, embedded_engine: EmbeddedEngine, text: str
) -> None:
    documents = [document(number, **texts) for number, texts in enumerate(TEXTS)]
    build(engine, documents, "nl")
    build(embedded_engine, documents, "nl")

    found = scores(engine, text)

    assert found
    assert found == pytest.approx(scores(embedded_engine, text), rel=1e-5)


def test_both_engines_take_a_synonym_as_a_whole(
    engine: ElasticsearchEngine, embedded_engine: EmbeddedEngine
) -> None:
    documents = [document(number, **texts) for number, texts in enumerate(TEXTS)]
    build(engine, documents, "nl")
    build(embedded_engine, documents, "nl")
    vocabulary = embedded_engine.vocabulary("nl")

    question = ask("pasje", "nl", vocabulary, finder_of({"nl": [SYNONYM]}))

    hits = [
        {hit.document.id: hit.score for hit in each.search(question, Selection()).hits}
        for each in (engine, embedded_engine)
    ]
    assert hits[0] == pytest.approx(hits[1], rel=1e-5)
    assert hits[0].keys() == {"0", "3", "4"}


def test_the_generation_before_stays_for_searches_under_way(engine: ElasticsearchEngine) -> None:
    names = [build(engine, [document(1)], "nl") for _ in range(3)]

    left = {generation.name for generation in engine.generations.indices().values()}
    assert left == set(names[1:])


def test_what_a_killed_rebuild_left_goes_with_the_next(engine: ElasticsearchEngine) -> None:
    engine.generations.make("0" * 32, ["nl"])

    name = build(engine, [document(1)], "nl")

    assert {each.name for each in engine.generations.indices().values()} == {name}


def test_the_words_of_a_generation_travel_with_it(
    engine: ElasticsearchEngine, index_dir: Path
) -> None:
    build(engine, [document(1, title="Rijbewijs")], "nl", "de")
    shutil.rmtree(index_dir, ignore_errors=True)  # As on a host that never wrote it.

    with engine.writer() as writer:
        words = Vocabulary("nl", vocabulary_folder(writer.folder, "nl"))

    assert words.spelling("rijbewijs") == "Rijbewijs"
    assert engine.vocabulary("nl").hash == words.hash


def test_indices_of_other_sites_are_left_alone(engine: ElasticsearchEngine) -> None:
    indices = engine.generations.writing_client.indices
    foreign = f"{engine.generations.prefix}-nl-foreign"
    indices.create(index=foreign)

    build(engine, [document(1)], "nl")

    assert indices.exists(index=foreign)


def test_an_index_that_was_deleted_is_missed(engine: ElasticsearchEngine) -> None:
    name = build(engine, [document(1)], "nl", "de")

    delete(engine, engine.generations.index("nl", name))

    with pytest.raises(NoIndexError):
        ids(engine, "rijbewijs")


def test_a_deleted_index_is_not_made_anew_by_writing(engine: ElasticsearchEngine) -> None:
    name = build(engine, [document(1)], "nl", "de")

    with engine.writer() as writer:
        delete(engine, engine.generations.index("nl", name))
        writer.put(entries(document(2)))
        with pytest.raises(EngineFailedError):
            writer.commit()

    assert engine.generations.index("nl", name) not in engine.generations.indices()


def test_a_read_only_index_is_not_written_and_says_so(engine: ElasticsearchEngine) -> None:
    name = build(engine, [document(1)], "nl")
    engine.generations.writing_client.indices.put_settings(
        index=engine.generations.index("nl", name), settings={"index.blocks.write": True}
    )

    with engine.writer() as writer:
        writer.put(entries(document(2)))
        with pytest.raises(EngineFailedError, match="not written"):
            writer.commit()


def test_a_lease_runs_out_by_itself(engine: ElasticsearchEngine, lost: Lease) -> None:
    with engine.generations.lease("test", 60, patience=5) as taken:
        taken.renew()


def test_a_lease_that_somebody_else_took_is_not_renewed(
    engine: ElasticsearchEngine, lost: Lease
) -> None:
    with engine.generations.lease("test", 60, patience=5), pytest.raises(WriterBusyError):
        lost.renew()


def test_a_commit_without_changes_renews_the_lease(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(engine, [document(1)], "nl")
    monkeypatch.setattr(elasticsearch_writing, "SECONDS_OF_A_CHANGE", 0.001)

    with (
        engine.writer() as late,
        engine.generations.lease("writer", 60, patience=5),
        pytest.raises(WriterBusyError),
    ):
        late.commit()


def test_giving_back_what_was_lost_takes_nothing_away(
    engine: ElasticsearchEngine, lost: Lease
) -> None:
    with engine.generations.lease("test", 60, patience=5):
        lost.__exit__()

        with pytest.raises(WriterBusyError), engine.generations.lease("test", 60):
            pass
