"""A search server answers when it is healthy, or when it asks for a log-in."""

from __future__ import annotations

import pytest

from config.elasticsearch_server.answering import (
    UnavailableError,
    answers,
    wait_until_answers,
)
from tests.house.search_server.conftest import Health


@pytest.mark.parametrize(
    ("status", "does_answer"), [(200, True), (401, True), (403, True), (408, False), (503, False)]
)
def test_status_tells_whether_it_answers(
    monkeypatch: pytest.MonkeyPatch, given_server: str, status: int, does_answer: bool
) -> None:
    monkeypatch.setattr(Health, "status", status)

    assert answers(given_server) is does_answer


def test_log_in_is_left_out_of_the_question(given_server: str) -> None:
    assert answers(given_server.replace("http://", "http://user:secret@"))


@pytest.mark.usefixtures("given_server")
def test_yellow_is_healthy_enough(given_server: str) -> None:
    answers(given_server)

    assert Health.asked == "/_cluster/health?wait_for_status=yellow&timeout=5s"


def test_server_that_has_ended_is_not_waited_for() -> None:
    with pytest.raises(UnavailableError, match=r"at http://127\.0\.0\.1:9 has ended"):
        wait_until_answers("http://127.0.0.1:9", seconds=60, is_running=lambda: False)
