"""No background task is lost: it is tried again, taken over, or shown as given up."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from wagtail.tasks import update_reference_index_task

from config.tasks.beat import enqueue_due_commands, run_command
from config.tasks.models import LiveWorker, QueuedTask, ScheduledCommand
from config.tasks.reaper import take_back_abandoned
from tests.house import queue_tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def claimed(task: QueuedTask, *, worker_id: str = "lost", times: int = 1) -> QueuedTask:
    """Return the task as if it was running in its so-many-th attempt."""
    task.status = TaskResultStatus.RUNNING
    task.started_at = NOON
    task.worker_ids = [worker_id] * times
    task.save()
    return task


@pytest.fixture
def queued(run_queue: Callable[[], None], journal: Path) -> QueuedTask:
    return QueuedTask.objects.get(pk=queue_tasks.write_line.enqueue(str(journal), "done").id)


def test_ready_task_is_run(
    run_queue: Callable[[], None], queued: QueuedTask, journal: Path
) -> None:
    run_queue()

    assert journal.read_text() == "done\n"


@pytest.mark.django_db(transaction=True)
def test_equal_tasks_of_wagtail_are_one_within_a_transaction(run_queue: Callable[[], None]) -> None:
    with transaction.atomic():
        for key in ("1", "2", "1"):
            update_reference_index_task.enqueue("wagtailcore", "page", key)
    update_reference_index_task.enqueue("wagtailcore", "page", "1")

    args = [task.args_kwargs["args"][-1] for task in QueuedTask.objects.order_by("enqueued_at")]
    assert args == ["1", "2", "1"]


@pytest.mark.django_db(transaction=True)
def test_task_of_wagtail_is_kept_where_an_equal_one_is_rolled_back(
    run_queue: Callable[[], None],
) -> None:
    with transaction.atomic():
        with suppress(ZeroDivisionError), transaction.atomic():
            update_reference_index_task.enqueue("wagtailcore", "page", "1")
            raise ZeroDivisionError
        update_reference_index_task.enqueue("wagtailcore", "page", "1")

    assert QueuedTask.objects.count() == 1


def test_tasks_of_wagtail_wait_for_ours(run_queue: Callable[[], None], journal: Path) -> None:
    update_reference_index_task.enqueue("wagtailcore", "page", "1")
    queue_tasks.write_line.enqueue(str(journal), "done")

    first, _last = QueuedTask.objects.due(at=timezone.now())

    assert first.task_path == "tests.house.queue_tasks.write_line"


def test_task_of_wagtail_for_something_deleted_has_nothing_to_do(
    run_queue: Callable[[], None],
) -> None:
    task_id = update_reference_index_task.enqueue("wagtailcore", "page", "0").id

    run_queue()

    assert QueuedTask.objects.get(pk=task_id).status == TaskResultStatus.SUCCESSFUL


def test_failed_task_waits_for_its_next_attempt(
    run_queue: Callable[[], None], journal: Path
) -> None:
    task_id = queue_tasks.fail.enqueue(str(journal)).id

    run_queue()

    task = QueuedTask.objects.get(pk=task_id)
    assert (task.status, task.attempt_count) == (TaskResultStatus.READY, 1)
    assert task.run_after > timezone.now()
    assert "this task always fails" in task.traceback


def test_task_that_fails_once_succeeds_in_the_end(
    run_queue: Callable[[], None], journal: Path, settings: Settings
) -> None:
    settings.TASK_RETRY_DELAY = 0
    task_id = queue_tasks.fail_once.enqueue(str(journal)).id

    run_queue()

    assert QueuedTask.objects.get(pk=task_id).status == TaskResultStatus.SUCCESSFUL
    assert journal.read_text() == "tried\ntried\n"


def test_task_that_always_fails_is_given_up(
    run_queue: Callable[[], None], journal: Path, settings: Settings
) -> None:
    settings.TASK_RETRY_DELAY, settings.TASK_MAX_ATTEMPTS = 0, 3
    task_id = queue_tasks.fail.enqueue(str(journal)).id

    run_queue()

    assert QueuedTask.objects.given_up().get().pk == QueuedTask.objects.get(pk=task_id).pk
    assert journal.read_text() == "tried\n" * 3


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 5), (2, 10), (3, 20), (4, 40)])
def test_waiting_time_doubles_with_each_attempt(
    queued: QueuedTask, attempts: int, seconds: int
) -> None:
    claimed(queued, times=attempts).take_back(at=NOON, reason="lost")

    queued.refresh_from_db()
    assert queued.run_after == NOON + timedelta(seconds=seconds)


def test_task_of_a_dead_worker_goes_back_to_the_queue(queued: QueuedTask) -> None:
    LiveWorker.objects.create(pk="lost", seen_at=NOON - timedelta(minutes=1))
    claimed(queued)

    take_back_abandoned(at=NOON)

    queued.refresh_from_db()
    assert queued.status == TaskResultStatus.READY
    assert not LiveWorker.objects.exists()


def test_task_of_a_living_worker_stays_with_it(queued: QueuedTask) -> None:
    LiveWorker.objects.create(pk="alive", seen_at=NOON - timedelta(seconds=6))
    claimed(queued, worker_id="alive")

    assert take_back_abandoned(at=NOON) == []


def test_task_that_kills_every_worker_is_given_up(queued: QueuedTask) -> None:
    claimed(queued, times=5)

    take_back_abandoned(at=NOON)

    queued.refresh_from_db()
    assert (queued.status, queued.finished_at) == (TaskResultStatus.FAILED, NOON)


def test_task_that_ended_meanwhile_is_not_taken_back(queued: QueuedTask) -> None:
    seen_running = claimed(queued)
    QueuedTask.objects.get(pk=queued.pk).set_successful(None)

    assert not seen_running.take_back(at=NOON, reason="lost")
    queued.refresh_from_db()
    assert queued.status == TaskResultStatus.SUCCESSFUL


def test_scheduled_command_is_enqueued_when_it_is_due(
    run_queue: Callable[[], None], settings: Settings
) -> None:
    settings.TASK_SCHEDULE = {"publish_scheduled": 60}

    assert enqueue_due_commands(at=NOON) == ["publish_scheduled"]
    run_queue()
    assert enqueue_due_commands(at=NOON + timedelta(seconds=59)) == []
    assert enqueue_due_commands(at=NOON + timedelta(seconds=60)) == ["publish_scheduled"]


def test_scheduled_command_is_not_enqueued_while_it_waits(
    run_queue: Callable[[], None], settings: Settings
) -> None:
    settings.TASK_SCHEDULE = {"publish_scheduled": 60}
    enqueue_due_commands(at=NOON)

    assert enqueue_due_commands(at=NOON + timedelta(hours=1)) == []


@pytest.mark.parametrize(
    ("name", "limit"),
    [("rebuild_index", timedelta(hours=1)), ("drain_outbox", timedelta(minutes=10))],
)
@pytest.mark.usefixtures("run_queue")
def test_scheduled_command_that_builds_the_index_may_take_longer(
    name: str, limit: timedelta
) -> None:
    task = QueuedTask.objects.get(pk=run_command.enqueue(name).id)

    assert task.time_limit == limit


def test_command_that_left_the_schedule_is_not_run(settings: Settings) -> None:
    settings.TASK_SCHEDULE = {}
    ScheduledCommand.objects.create(name="publish_scheduled", due_at=NOON)

    assert enqueue_due_commands(at=NOON) == []


def test_scheduled_commands_run_without_error(
    run_queue: Callable[[], None], settings: Settings
) -> None:
    names = enqueue_due_commands(at=NOON)

    run_queue()

    done = QueuedTask.objects.filter(status=TaskResultStatus.SUCCESSFUL)
    assert {task.args_kwargs["args"][0] for task in done} == set(names)
    assert set(names) == set(settings.TASK_SCHEDULE)


def test_scheduled_commands_say_nothing_when_nothing_is_the_matter(
    run_queue: Callable[[], None],
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    enqueue_due_commands(at=NOON)

    run_queue()

    assert (capsys.readouterr().out, caplog.messages) == ("", [])


def test_old_results_are_pruned(queued: QueuedTask, run_queue: Callable[[], None]) -> None:
    run_queue()
    QueuedTask.objects.update(finished_at=timezone.now() - timedelta(days=15))

    call_command("prune_db_task_results")

    assert not QueuedTask.objects.exists()


def test_nothing_waits_in_an_empty_queue() -> None:
    assert QueuedTask.objects.waiting_since(at=NOON) is None


def test_oldest_task_tells_since_when_the_queue_waits(queued: QueuedTask) -> None:
    QueuedTask.objects.update(enqueued_at=NOON)
    run_command.using(run_after=NOON - timedelta(hours=1)).enqueue("publish_scheduled")

    assert QueuedTask.objects.waiting_since(at=NOON) == NOON - timedelta(hours=1)


def test_task_for_later_does_not_wait_yet(run_queue: Callable[[], None]) -> None:
    run_command.using(run_after=NOON + timedelta(hours=1)).enqueue("publish_scheduled")

    assert QueuedTask.objects.waiting_since(at=NOON) is None
