"""A reader is answered whatever happens to the search server, and told when it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from search.engines import EngineFailedError, Hits, NoIndexError
from search.engines.breaker import MOST_FAILURES, SECONDS_BETWEEN_PROBES, Breaker
from search.engines.elasticsearch import elasticsearch_engine
from search.engines.elasticsearch_node import seconds_left
from search.engines.elasticsearch_server import SECONDS_FOR_A_SEARCH
from search.engines.guarded import SECONDS_OF_PATIENCE, Guarded
from search.helping import help_for
from search.query import Selection, ask
from search.searching import find
from tests.search.documents import build, document
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from search.documents import Document
    from search.engines.embedded import EmbeddedEngine
    from search.vocabulary import Vocabulary


class Server:
    """Answers with nothing found, or fails, after a while that the test sets."""

    is_degraded = False

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.words: Vocabulary | None = None
        self.asked = 0
        self.now = 0.0
        self.seconds = 0.01
        self.seconds_left: list[float] = []

    def clock(self) -> float:
        return self.now

    def search(self, *args: Any, **options: Any) -> Hits:
        return self._answer(Hits(0))

    def fetch(self, *args: Any, **options: Any) -> dict[str, Document]:
        return self._answer({})

    def explain(self, *args: Any, **options: Any) -> dict[str, Any] | None:
        return self._answer({"value": 0})

    def vocabulary(self, language: str) -> Vocabulary:
        raise AssertionError("The server's words are not asked for.")

    def words_at_hand(self, language: str) -> Vocabulary | None:
        return self.words

    def _answer(self, answer: Any) -> Any:
        self.asked += 1
        self.seconds_left.append(seconds_left())
        self.now += self.seconds
        if self.error:
            raise self.error
        return answer


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def breaker(server: Server) -> Breaker:
    return Breaker("server", server.clock)


@pytest.fixture
def guarded(server: Server, engine: EmbeddedEngine, breaker: Breaker) -> Guarded:
    build(engine, [document(1)], "nl")
    return Guarded(server, engine, breaker, server.clock)


QUESTION = ask("rijbewijs", "nl")


def test_the_server_answers_while_it_can(guarded: Guarded, server: Server) -> None:
    assert guarded.search(QUESTION, Selection()).total == 0
    assert guarded.explain(QUESTION, "1") == {"value": 0}
    assert not guarded.is_degraded
    assert server.asked == 2


@pytest.mark.parametrize("error", [EngineFailedError("away"), NoIndexError("none yet")])
def test_otherwise_the_standby_answers_and_this_is_said(
    guarded: Guarded, server: Server, error: Exception
) -> None:
    server.error = error

    answer = find(guarded, QUESTION, Selection())

    assert answer.total == 1
    assert answer.counts["kind"] == {"procedure": 1}
    assert guarded.is_degraded


def test_a_request_waits_for_a_failing_server_once(guarded: Guarded, server: Server) -> None:
    server.error = EngineFailedError("away")

    find(guarded, QUESTION, Selection())

    assert server.asked == 1


def test_a_request_does_not_wait_for_a_slow_server_again(
    guarded: Guarded, server: Server, breaker: Breaker
) -> None:
    server.seconds = SECONDS_OF_PATIENCE

    assert guarded.search(QUESTION, Selection()).total == 0
    assert guarded.search(QUESTION, Selection()).total == 1
    assert server.asked == 1


def test_a_server_that_stays_slow_is_left_alone(
    server: Server, engine: EmbeddedEngine, guarded: Guarded, breaker: Breaker
) -> None:
    server.seconds = SECONDS_OF_PATIENCE

    requests = [Guarded(server, engine, breaker, server.clock) for _ in range(MOST_FAILURES)]
    [each.search(QUESTION, Selection()) for each in requests]

    assert breaker.is_open


def test_a_server_is_left_alone_where_only_its_later_answers_are_slow(
    server: Server, engine: EmbeddedEngine, guarded: Guarded, breaker: Breaker
) -> None:
    server.seconds = 0.9 * SECONDS_OF_PATIENCE

    requests = [Guarded(server, engine, breaker, server.clock) for _ in range(MOST_FAILURES)]
    [each.search(QUESTION, Selection()) for each in requests for _ in range(2)]

    assert breaker.is_open


def test_one_search_within_patience_is_enough_to_be_asked_again(
    server: Server, guarded: Guarded, breaker: Breaker
) -> None:
    list(map(breaker.failed, ["away"] * MOST_FAILURES))
    server.now += SECONDS_BETWEEN_PROBES
    server.seconds = 0.9 * SECONDS_OF_PATIENCE

    guarded.search(QUESTION, Selection())

    assert not breaker.is_open


def test_all_questions_of_a_request_have_the_time_of_one(guarded: Guarded, server: Server) -> None:
    server.seconds = 0.9 * SECONDS_OF_PATIENCE

    [guarded.search(QUESTION, Selection()) for _ in range(2)]

    first, second = server.seconds_left
    assert first == pytest.approx(SECONDS_FOR_A_SEARCH, abs=0.05)
    assert second == pytest.approx(SECONDS_FOR_A_SEARCH - server.seconds, abs=0.05)


def test_questions_are_understood_by_the_words_of_this_machine(
    guarded: Guarded, server: Server
) -> None:
    assert guarded.vocabulary("nl").count("rijbewijs") == 1
    assert server.asked == 0


def test_questions_are_understood_by_the_words_of_the_index_that_answers(
    guarded: Guarded, server: Server, tmp_path: Path
) -> None:
    server.words = vocabulary_of(tmp_path / "words", "Zeppelin")

    assert guarded.vocabulary("nl") is server.words

    server.error = EngineFailedError("away")
    guarded.search(QUESTION, Selection())

    assert guarded.vocabulary("nl").count("rijbewijs") == 1


def test_a_server_that_fails_once_its_words_were_read_costs_no_answer(
    guarded: Guarded, server: Server, tmp_path: Path
) -> None:
    server.words = vocabulary_of(tmp_path / "words", "Zeppelin")
    question = ask("zeppelim", "nl", guarded.vocabulary("nl"))
    server.error = EngineFailedError("away")

    answer = find(guarded, question, Selection())

    assert guarded.is_degraded
    assert help_for(answer, guarded, ()).did_you_mean == "zeppelin"


def test_while_the_server_is_left_alone_its_words_are_not_asked_by(
    guarded: Guarded, server: Server, breaker: Breaker, tmp_path: Path
) -> None:
    server.words = vocabulary_of(tmp_path / "words", "Zeppelin")

    for _ in range(MOST_FAILURES):
        breaker.failed("away")

    assert guarded.vocabulary("nl").count("rijbewijs") == 1


def test_while_the_server_is_left_alone_it_is_not_asked(
    guarded: Guarded, server: Server, breaker: Breaker
) -> None:
    list(map(breaker.failed, ["away"] * MOST_FAILURES))

    assert guarded.search(QUESTION, Selection()).total == 1
    assert guarded.is_degraded
    assert server.asked == 0


def test_where_neither_has_an_index_this_is_said(
    server: Server, embedded_engine: EmbeddedEngine, breaker: Breaker
) -> None:
    server.error = EngineFailedError("away")

    with pytest.raises(NoIndexError):
        Guarded(server, embedded_engine, breaker).search(QUESTION, Selection())


def test_a_fault_of_ours_is_not_hidden(guarded: Guarded, server: Server) -> None:
    server.error = AssertionError()

    with pytest.raises(AssertionError):
        guarded.search(QUESTION, Selection())


@pytest.fixture
def away(settings: Any, engine: EmbeddedEngine) -> Breaker:
    """A site whose server is away: nobody listens there."""
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = "http://127.0.0.1:9", uuid4().hex
    build(engine, [document(1)], "nl")
    server = elasticsearch_engine()
    assert server
    return server.breaker


@pytest.mark.usefixtures("away", "db")
def test_the_page_says_discreetly_that_the_server_is_away(client: Client) -> None:
    page = BeautifulSoup(client.get("/en/search/?q=x").content, "html.parser")

    assert "newest pages may be missing" in page.select_one("p[role=status]").get_text()


@pytest.mark.usefixtures("away", "db")
def test_programs_are_told_so_too(client: Client) -> None:
    found = client.get("/nl/search/?q=rijbewijs&format=json").json()

    assert found["degraded"] is True
    assert found["total"] == 1


@pytest.mark.usefixtures("db")
def test_health_tells_who_answers(client: Client, away: Breaker) -> None:
    assert client.get("/health/").json()["search"] == "ok"

    list(map(away.failed, ["away"] * MOST_FAILURES))

    assert client.get("/health/").json()["search"] == "standby"
