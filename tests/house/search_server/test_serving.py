"""Tests use the server that is given, or the one that runs, and else a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.elasticsearch_server import serving
from config.elasticsearch_server.answering import UnavailableError, answers

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def started(maven: None, java: None) -> Iterator[str]:
    yield serving.start()
    serving.stop()


def test_given_server_is_used(monkeypatch: pytest.MonkeyPatch, given_server: str) -> None:
    monkeypatch.setenv("SEARCH_URL", given_server)

    assert serving.find() == given_server


def test_given_server_is_not_ended(monkeypatch: pytest.MonkeyPatch, given_server: str) -> None:
    monkeypatch.setenv("SEARCH_URL", given_server)

    serving.stop()

    assert answers(given_server)


def test_given_server_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH_URL", "http://user:secret@127.0.0.1:9")
    monkeypatch.setattr("config.elasticsearch_server.answering.SECONDS_FOR_GIVEN", 0)

    with pytest.raises(UnavailableError, match=r"answers at http://127\.0\.0\.1:9\."):
        serving.find()


def test_started_server_is_found_again(started: str) -> None:
    assert serving.find() == started
    assert serving.start() == started


def test_stopped_server_is_found_no_more(started: str) -> None:
    serving.stop()

    assert serving.find() is None
    assert not answers(started)


@pytest.mark.usefixtures("maven", "java")
def test_server_that_was_started_for_tests_ends_with_them() -> None:
    with serving.lent() as url:
        answered = answers(url)

    assert answered
    assert not answers(url)


@pytest.mark.usefixtures("maven", "java")
def test_server_ends_although_tests_are_interrupted() -> None:
    with pytest.raises(KeyboardInterrupt), serving.lent() as url:
        raise KeyboardInterrupt

    assert not answers(url)


def test_server_that_ran_before_outlives_the_tests(started: str) -> None:
    with serving.lent() as url:
        pass

    assert url == started
    assert answers(url)


def test_bare_machine_is_told_what_to_install() -> None:
    with pytest.raises(UnavailableError, match="apt-get install openjdk-17-jre-headless maven"):
        serving.start()
