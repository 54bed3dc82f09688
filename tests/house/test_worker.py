"""The worker as a process: what it does when it is stopped, killed, or stuck."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from config.tasks.models import LiveWorker, QueuedTask
from config.tasks.working import PersistentWorker
from tests.house import queue_tasks
from tests.processes import start, wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("run_queue")]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def start_worker() -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start workers and end those that the test leaves behind."""
    started = []

    def start_one(*arguments: str) -> subprocess.Popen[str]:
        started.append(start("manage.py", "worker", "--interval=0.05", *arguments))
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        sys.stdout.write(process.communicate()[0])  # pytest shows it when the test fails.


def has_lines(journal: Path, *lines: str) -> bool:
    return journal.exists() and journal.read_text().splitlines() == list(lines)


def status_of(task_id: str) -> str:
    return QueuedTask.objects.get(pk=task_id).status


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_idle_worker_ends_when_it_is_told(
    start_worker: Callable[[], subprocess.Popen[str]], number: int
) -> None:
    worker = start_worker()
    wait_until(LiveWorker.objects.exists)

    worker.send_signal(number)

    assert worker.wait(timeout=20) == 0
    assert not LiveWorker.objects.exists()


def test_signal_within_a_transaction_ends_the_worker_after_it(
    run_queue: Callable[[], None], journal: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.TASK_SCHEDULE = {}  # A command that is due would be claimed before the task.
    queue_tasks.write_line.enqueue(str(journal), "done")
    worker = PersistentWorker(worker_id="told", interval=0, batch=False)
    claim = QueuedTask.claim

    def claim_when_told(task: QueuedTask, worker_id: str) -> None:
        assert connection.in_atomic_block
        worker.shutdown(signal.SIGTERM, None)
        claim(task, worker_id)

    monkeypatch.setattr(DBTaskResult, "claim", claim_when_told)
    worker.run()

    assert has_lines(journal, "done")
    assert not LiveWorker.objects.exists()


def test_stopped_worker_finishes_its_task(
    start_worker: Callable[[], subprocess.Popen[str]], journal: Path, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    queue_tasks.last_until_told.enqueue(str(journal), str(told))
    worker = start_worker()
    wait_until(lambda: has_lines(journal, "started"))

    worker.send_signal(signal.SIGTERM)
    told.touch()

    assert worker.wait(timeout=20) == 0
    assert has_lines(journal, "started", "ended")


@pytest.mark.fault
def test_task_of_a_killed_worker_is_done_by_the_next(
    start_worker: Callable[[], subprocess.Popen[str]], journal: Path
) -> None:
    task_id = queue_tasks.kill_own_worker_once.enqueue(str(journal)).id
    assert start_worker().wait(timeout=30) == -signal.SIGKILL
    assert status_of(task_id) == TaskResultStatus.RUNNING

    start_worker()

    wait_until(lambda: status_of(task_id) == TaskResultStatus.SUCCESSFUL)
    assert has_lines(journal, "tried", "tried")


@pytest.mark.fault
def test_stuck_worker_ends_itself_and_another_takes_over(
    start_worker: Callable[[], subprocess.Popen[str]], journal: Path
) -> None:
    task_id = queue_tasks.hang.enqueue(str(journal)).id
    assert start_worker().wait(timeout=30) == 70

    start_worker()

    wait_until(lambda: status_of(task_id) == TaskResultStatus.SUCCESSFUL)


def test_batch_ends_when_nothing_is_ready(
    start_worker: Callable[..., subprocess.Popen[str]], journal: Path
) -> None:
    queue_tasks.write_line.enqueue(str(journal), "done")

    assert start_worker("--batch").wait(timeout=30) == 0
    assert has_lines(journal, "done")
