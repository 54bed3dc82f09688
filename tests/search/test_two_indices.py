"""A site with a search server keeps two indices current, and waits for neither."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from search import outbox
from search.engines import WriterBusyError
from search.engines.breaker import MOST_FAILURES
from search.engines.chosen import search_engine
from search.engines.elasticsearch import ElasticsearchEngine, elasticsearch_engine
from search.engines.embedded import EmbeddedEngine
from search.models import OutboxConsumer, OutboxEntry
from search.operations import drain_outbox, engines_due, rebuild_index
from tests import factories
from tests.search.documents import ids

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_numbers")]


@pytest.fixture
def server(elasticsearch_engine: ElasticsearchEngine) -> ElasticsearchEngine:
    return elasticsearch_engine


@pytest.fixture
def away(settings: Any) -> ElasticsearchEngine:
    """A server that is away: nobody listens there."""
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = "http://127.0.0.1:9", uuid4().hex
    server = elasticsearch_engine()
    assert server
    return server


def readers() -> set[str]:
    return {name.split(":")[0] for name in OutboxConsumer.objects.values_list("name", flat=True)}


def rename(page: Any) -> None:
    page.title = "Adreswijziging melden"
    factories.publish(page)


@pytest.mark.elasticsearch
def test_one_rebuild_fills_both(
    server: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuilt = rebuild_index()

    assert rebuilt.documents["nl"] == 2
    assert rebuilt.left_out == []
    assert len(ids(engine, "verhuizing")) == len(ids(server, "verhuizing")) == 1
    assert engines_due() == []


@pytest.mark.elasticsearch
def test_both_analyse_by_the_same_words(
    server: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()

    assert server.vocabulary("nl").hash == engine.vocabulary("nl").hash != ""


@pytest.mark.elasticsearch
def test_a_host_with_older_words_asks_by_those_of_the_server(
    server: ElasticsearchEngine,
    engine: EmbeddedEngine,
    move_page: Any,
    settings: Any,
    tmp_path: Path,
) -> None:
    rebuild_index()
    of_this_host = engine.vocabulary("nl").hash
    rename(move_page)
    settings.SEARCH_INDEX_DIR = tmp_path / "another host"
    rebuild_index()  # Its own index, and the server's.
    settings.SEARCH_INDEX_DIR = tmp_path / "index"

    assert search_engine().vocabulary("nl").hash == of_this_host

    ids(server, "melden")  # The server has answered.
    call_command("fetch_words", verbosity=0)  # As each worker does.

    assert search_engine().vocabulary("nl").hash == server.vocabulary("nl").hash != of_this_host


@pytest.mark.elasticsearch
def test_words_of_a_generation_that_went_are_not_missed(
    server: ElasticsearchEngine, move_page: Any
) -> None:
    rebuild_index()
    ids(server, "verhuizing")
    drain_outbox()
    words = server.words_at_hand("nl")

    rename(move_page)
    rebuild_index()
    drain_outbox()

    assert words
    assert words.count("melden") == 0
    assert words.spellings(["melden"])
    ids(server, "melden")
    later = server.words_at_hand("nl")
    assert later
    assert later.count("melden") == 1


@pytest.mark.elasticsearch
def test_a_publication_reaches_both(
    server: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()
    rename(move_page)

    assert drain_outbox() == 1

    assert len(ids(engine, "melden")) == len(ids(server, "melden")) == 1
    assert not OutboxEntry.objects.exists()


@pytest.mark.elasticsearch
def test_a_server_that_lost_its_place_is_filled_anew_alone(
    server: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    first = rebuild_index().generation
    OutboxConsumer.objects.filter(name__startswith="elasticsearch").delete()
    rename(move_page)

    drain_outbox()

    assert engine.current_generation() == first
    assert len(ids(server, "melden")) == 1
    assert readers() == {"embedded", "elasticsearch"}


@pytest.mark.elasticsearch
def test_while_another_host_writes_the_server_the_own_index_goes_on(
    server: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()
    rename(move_page)

    with server.writer(), pytest.raises(WriterBusyError):
        drain_outbox()

    assert len(ids(engine, "melden")) == 1
    assert OutboxEntry.objects.count() == 1


def test_a_server_that_is_away_is_left_out_of_a_rebuild(
    away: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    assert rebuild_index().left_out == ["elasticsearch"]

    assert len(ids(engine, "verhuizing")) == 1
    assert engines_due() == []
    assert readers() == {"embedded"}


def test_the_command_says_what_was_left_out(away: ElasticsearchEngine, move_page: Any) -> None:
    errors = StringIO()

    call_command("rebuild_index", stdout=StringIO(), stderr=errors)

    assert "elasticsearch does not answer" in errors.getvalue()


def test_a_server_that_is_away_and_asked_for_by_name_is_an_error(
    away: ElasticsearchEngine, move_page: Any
) -> None:
    with pytest.raises(CommandError, match="does not answer"):
        call_command("rebuild_index", "--engine=elasticsearch")


def test_what_a_server_misses_waits_and_nothing_else_does(
    away: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()
    outbox.register("elasticsearch:as-before")
    rename(move_page)

    drain_outbox()

    assert len(ids(engine, "melden")) == 1
    assert OutboxEntry.objects.count() == 1


def test_a_server_that_stays_away_is_not_asked_at_every_publication(
    away: ElasticsearchEngine, move_page: Any
) -> None:
    rebuild_index()

    [drain_outbox() for _ in range(MOST_FAILURES)]

    assert away.breaker.is_open


def test_the_own_index_can_be_drained_alone(
    away: ElasticsearchEngine, engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()
    rename(move_page)
    out = StringIO()

    call_command("drain_outbox", "--engine=embedded", stdout=out)

    assert out.getvalue().strip() == "entries=1"
    assert not away.breaker.is_open


def test_each_host_follows_by_itself(settings: Any, tmp_path: Path, move_page: Any) -> None:
    hosts = [tmp_path / "host-1", tmp_path / "host-2"]
    [on_host(settings, host, rebuild_index) for host in hosts]
    rename(move_page)

    drained = [on_host(settings, host, drain_outbox) for host in hosts]

    assert drained == [1, 1]
    assert [len(ids(EmbeddedEngine(host), "melden")) for host in hosts] == [1, 1]
    assert not OutboxEntry.objects.exists()


def on_host(settings: Any, host: Path, do: Callable[[], T]) -> T:
    settings.SEARCH_INDEX_DIR = host
    return do()


def test_a_server_that_is_away_gives_no_words(away: ElasticsearchEngine) -> None:
    out = StringIO()

    call_command("fetch_words", stdout=out)

    assert "no words to give" in out.getvalue()


def test_without_a_server_there_are_no_words_to_fetch(engine: EmbeddedEngine) -> None:
    out = StringIO()

    call_command("fetch_words", stdout=out)

    assert "no search server" in out.getvalue()
