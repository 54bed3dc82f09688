"""Whatever is wrong with the search server, readers are answered, and it is asked again later."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from search.documents import version_of
from search.engines import EngineFailedError, breaker
from search.engines.chosen import engines, search_engine
from search.engines.elasticsearch import ElasticsearchEngine, elasticsearch_engine
from search.engines.elasticsearch_node import within
from search.engines.elasticsearch_server import connect
from search.operations import drain_outbox, rebuild_index
from search.page_documents import all_documents
from search.query import Selection
from search.reconciling import Difference, reconcile
from search.searching import find
from tests import factories
from tests.search.documents import asked, build, document, entries
from tests.search.fault_proxy import FaultProxy
from tests.search.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engines.embedded import EmbeddedEngine
    from search.searching import Answer
    from tests.search_server import MortalServer

pytestmark = [pytest.mark.elasticsearch, pytest.mark.fault, pytest.mark.django_db]

FOR_READERS = [
    Fault.REFUSES,
    Fault.BLACK_HOLE,
    Fault.SLOW,
    Fault.CUT,
    Fault.BUSY,
    Fault.UNAVAILABLE,
    Fault.TRUNCATED,
    Fault.FAILED_SHARDS,
    Fault.TIMED_OUT,
]
FOR_WRITERS = [Fault.REFUSES, Fault.BUSY, Fault.UNAVAILABLE, Fault.TRUNCATED, Fault.READ_ONLY]


@pytest.fixture
def proxy(search_url: str) -> Iterator[FaultProxy]:
    with FaultProxy(search_url) as proxy:
        yield proxy


@pytest.fixture
def server(
    settings: Any, proxy: FaultProxy, index_prefix: str, embedded_engine: EmbeddedEngine
) -> ElasticsearchEngine:
    """A server behind the proxy, and an index beside it, each with a page."""
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = proxy.url, index_prefix
    patient = connect(proxy.target, seconds=30)  # A machine that is busy with tests is slow.
    build(ElasticsearchEngine(patient, index_prefix, Path(settings.VAR_DIR)), [document(1)])
    build(embedded_engine, [document(1)])
    server = elasticsearch_engine()
    assert server
    return server


def answer() -> tuple[Answer, bool]:
    engine = search_engine()
    return find(engine, asked(engine, "rijbewijs"), Selection()), engine.is_degraded


def fail_until_left_alone(proxy: FaultProxy) -> None:
    proxy.inject(Fault.REFUSES)
    [answer() for _ in range(5)]


@pytest.mark.parametrize("fault", FOR_READERS)
def test_a_reader_is_answered(server: ElasticsearchEngine, proxy: FaultProxy, fault: Fault) -> None:
    proxy.inject(fault)

    found, is_degraded = answer()

    assert found.total == 1
    assert found.counts["kind"] == {"procedure": 1}
    assert is_degraded


def test_a_reader_waits_a_second_for_the_whole_of_an_answer(
    server: ElasticsearchEngine, proxy: FaultProxy
) -> None:
    proxy.inject(Fault.DRIPPING, seconds=0.2)
    begun = time.monotonic()

    found, is_degraded = answer()

    assert found.total == 1
    assert is_degraded
    assert time.monotonic() - begun < 2


def test_a_server_is_not_asked_when_the_time_of_a_request_is_up(
    server: ElasticsearchEngine, proxy: FaultProxy
) -> None:
    question = asked(server, "rijbewijs")
    before = len(proxy.asked)

    with within(0), pytest.raises(EngineFailedError, match="No time is left"):
        server.search(question, Selection())

    assert len(proxy.asked) == before


def test_a_server_of_another_product_is_refused(
    server: ElasticsearchEngine, proxy: FaultProxy, tmp_path: Path
) -> None:
    question = asked(server, "rijbewijs")
    proxy.inject(Fault.OTHER_PRODUCT)
    # The client looks at the first answer that a process gets.
    fresh = ElasticsearchEngine(connect(proxy.url), server.generations.prefix, tmp_path)

    with pytest.raises(EngineFailedError, match="not Elasticsearch"):
        fresh.search(question, Selection())


def test_a_server_of_another_version_is_not_filled(
    server: ElasticsearchEngine, proxy: FaultProxy
) -> None:
    proxy.inject(Fault.OTHER_VERSION)

    with (
        pytest.raises(EngineFailedError, match=r"7\.10\.2 is not supported"),
        server.new_generation(["nl"]),
    ):
        pass


@pytest.mark.parametrize("fault", FOR_WRITERS)
def test_what_could_not_be_written_is_known(
    server: ElasticsearchEngine, proxy: FaultProxy, fault: Fault
) -> None:
    with server.writer() as writer:
        writer.put(entries(document(2)))
        proxy.inject(fault)
        with pytest.raises(EngineFailedError):
            writer.commit()
        proxy.inject(Fault.NONE)


def test_after_five_failures_at_most_nobody_asks(
    server: ElasticsearchEngine, proxy: FaultProxy
) -> None:
    fail_until_left_alone(proxy)
    proxy.inject(Fault.NONE)
    before = len(proxy.asked)

    assert answer()[1]
    assert len(proxy.asked) == before


def test_after_its_return_the_server_answers_again(
    server: ElasticsearchEngine, proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaker, "SECONDS_BETWEEN_PROBES", 0)
    fail_until_left_alone(proxy)
    proxy.inject(Fault.NONE)
    # A machine that is busy with tests may need longer than a reader would wait.
    server.generations.client.search(index=server.generations.prefix, size=0)

    assert not answer()[1]
    assert not server.breaker.is_open


@pytest.fixture
def site(settings: Any, mortal_server: MortalServer, move_page: Any) -> None:
    """A site with a server that can die, and an index on each side."""
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = mortal_server.url, f"kill-{uuid4().hex}"
    server = elasticsearch_engine()
    assert server
    assert rebuild_index().left_out == []


def total(_: int) -> int:
    engine = search_engine()
    return find(engine, asked(engine, "verhuizing"), Selection()).total


def equals_the_database() -> bool:
    expected = {each.id: version_of(each) for each in all_documents("nl")}
    return all(engine.versions("nl") == expected for engine in engines())


@pytest.mark.long
@pytest.mark.usefixtures("site")
def test_a_server_that_is_killed_costs_no_answer_and_no_change(
    mortal_server: MortalServer, move_page: Any
) -> None:
    with ThreadPoolExecutor(4) as readers:
        answers = readers.map(total, range(400))
        mortal_server.kill()
        move_page.summary = "Geef uw verhuizing binnen vijf dagen door."
        factories.publish(move_page)
        drain_outbox()

    assert list(answers) == [1] * 400
    mortal_server.revive()
    assert reconcile(engines()[1]) == Difference()
    assert equals_the_database()
