"""Which management commands run by themselves, and when: those of settings.TASK_SCHEDULE."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django_tasks import task

from config.tasks.models import QueuedTask, ScheduledCommand


@task(priority=10)
def run_command(name: str) -> None:
    """Run before other work: what is due on time must not wait behind a bulk import.

    Nobody reads what a command says each minute when nothing is the matter.
    """
    call_command(name, verbosity=0)


def enqueue_due_commands(*, at: datetime) -> list[str]:
    """Enqueue what is due, once however many workers ask; return the names."""
    known = set(ScheduledCommand.objects.values_list("name", flat=True))
    for name in settings.TASK_SCHEDULE.keys() - known:
        ScheduledCommand.objects.get_or_create(name=name, defaults={"due_at": at})
    due = ScheduledCommand.objects.due(at=at).filter(name__in=settings.TASK_SCHEDULE)
    return [command.name for command in due.order_by("due_at", "name") if _enqueue(command, at=at)]


@transaction.atomic
def _enqueue(command: ScheduledCommand, *, at: datetime) -> bool:
    """Only the worker that moves the due date on may enqueue."""
    due_at = at + timedelta(seconds=settings.TASK_SCHEDULE[command.name])
    is_ours = ScheduledCommand.objects.due(at=at).filter(pk=command.pk).update(due_at=due_at)
    if not is_ours or _is_unfinished(command.name):
        return False
    run_command.enqueue(command.name)
    return True


def _is_unfinished(name: str) -> bool:
    """A command that fails or lasts is not enqueued a second time on top of the first."""
    same = QueuedTask.objects.unfinished().filter(task_path=run_command.module_path)
    return any(task.args_kwargs["args"] == [name] for task in same)
