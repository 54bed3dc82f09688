"""What each worker does for its machine goes on, whatever goes wrong once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError
from django.db import OperationalError

from config.tasks import everywhere
from config.tasks.everywhere import Everywhere, threads
from config.tasks.working import PersistentWorker

if TYPE_CHECKING:
    from collections.abc import Iterator


class Command:
    """Stands in for a management command: fails at first, and tells when it has run twice."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self.calls: list[tuple[str, ...]] = []
        self.has_run_again = threading.Event()

    def __call__(self, *arguments: str, verbosity: int) -> None:
        self.calls.append(arguments)
        if len(self.calls) == 1:
            raise self._error
        self.has_run_again.set()


@pytest.fixture(
    params=[
        OperationalError("The database is locked."),
        CommandError("Busy."),
        ValueError("The index is damaged."),
    ]
)
def command(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Command:
    command = Command(request.param)
    monkeypatch.setattr(everywhere, "call_command", command)
    return command


@pytest.fixture
def thread() -> Iterator[Everywhere]:
    thread = Everywhere("a_command --with=this", 0.001)
    yield thread
    thread.stop()


def test_a_command_that_fails_runs_again(
    command: Command, thread: Everywhere, caplog: pytest.LogCaptureFixture
) -> None:
    thread.start()

    assert command.has_run_again.wait(30)
    assert command.calls[:2] == [("a_command", "--with=this")] * 2
    assert caplog.messages == ["a_command --with=this failed, and is tried again."]


def test_one_that_never_started_can_be_stopped(thread: Everywhere) -> None:
    thread.stop()

    assert not thread.is_alive()


def test_the_search_index_of_each_machine_is_followed_and_built_anew() -> None:
    assert [thread.name for thread in threads()] == [
        "drain_outbox --engine=embedded",
        "fetch_words",
        "rebuild_index --engine=embedded --if-older=24",
    ]


def test_a_worker_that_ends_without_tasks_follows_nothing(db: Any) -> None:
    assert PersistentWorker(worker_id="test", interval=0, batch=True).everywhere == []
