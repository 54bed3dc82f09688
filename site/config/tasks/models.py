"""What the queue must remember so that no task is lost: attempts, living workers, next runs."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Self

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max
from django_tasks_db.utils import retry

from config.tasks.backend import is_of_a_library

logger = logging.getLogger("config.tasks")

OUTCOME = ("status", "run_after", "finished_at")  # The fields that a failed attempt changes.


class LiveWorkerQuerySet(models.QuerySet["LiveWorker"]):
    def alive(self, *, at: datetime) -> Self:
        return self.filter(seen_at__gt=at - timedelta(seconds=settings.TASK_DEAD_AFTER))

    def dead(self, *, at: datetime) -> Self:
        return self.exclude(pk__in=self.alive(at=at).values("pk"))


class LiveWorker(models.Model):
    """A process that works through the queue, and when it last gave a sign of life."""

    id = models.CharField(_("identifier"), primary_key=True, max_length=64)
    seen_at = models.DateTimeField(_("last seen"))

    objects = LiveWorkerQuerySet.as_manager()

    def __str__(self) -> str:
        return self.id


class ScheduledCommandQuerySet(models.QuerySet["ScheduledCommand"]):
    def due(self, *, at: datetime) -> Self:
        return self.filter(due_at__lte=at)


class ScheduledCommand(models.Model):
    """When a command of settings.TASK_SCHEDULE must run next."""

    name = models.CharField(_("command"), primary_key=True, max_length=100)
    due_at = models.DateTimeField(_("due"))

    objects = ScheduledCommandQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name


class QueuedTaskQuerySet(models.QuerySet["QueuedTask"]):
    def due(self, *, at: datetime) -> Self:
        """Return the tasks that a worker could take now."""
        return self.filter(status=TaskResultStatus.READY).filter(
            models.Q(run_after=get_date_max()) | models.Q(run_after__lte=at)
        )

    def running(self) -> Self:
        return self.filter(status=TaskResultStatus.RUNNING)

    def unfinished(self) -> Self:
        return self.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING))

    def given_up(self) -> Self:
        return self.filter(status=TaskResultStatus.FAILED)

    def waiting_since(self, *, at: datetime) -> datetime | None:
        """Return since when the task that waits longest could have run."""
        due = self.due(at=at)
        moments = due.aggregate(
            at_once=models.Min("enqueued_at", filter=models.Q(run_after=get_date_max())),
            deferred=models.Min("run_after", filter=models.Q(run_after__lt=get_date_max())),
        )
        return min((moment for moment in moments.values() if moment), default=None)


class QueuedTask(DBTaskResult):
    """A task of the queue that is tried again after a failure, later each time."""

    objects = QueuedTaskQuerySet.as_manager()  # type: ignore[assignment, misc]  # Narrower on purpose.

    class Meta:
        proxy = True
        verbose_name = _("queued task")
        verbose_name_plural = _("queued tasks")

    def __str__(self) -> str:
        return f"{self.task_path} {self.pk}"

    @property
    def attempt_count(self) -> int:
        return len(self.worker_ids)

    @property
    def worker_id(self) -> str:
        """The worker of the last attempt."""
        return self.worker_ids[-1]

    @property
    def time_limit(self) -> timedelta:
        """A limit may be that of a task, or of a task with its arguments, such as one command."""
        limits = settings.TASK_TIME_LIMITS
        called = " ".join(map(str, (self.task_path, *self.args_kwargs["args"])))
        seconds = limits.get(called) or limits.get(self.task_path) or settings.TASK_TIME_LIMIT
        return timedelta(seconds=seconds)

    @retry()
    def set_failed(self, exc: BaseException) -> None:
        """Keep what went wrong; try again later while attempts are left."""
        if isinstance(exc, ObjectDoesNotExist) and is_of_a_library(self.task_path):
            # What Wagtail was to index has been deleted in the meantime.
            self.set_successful(None)
            return
        self.exception_class_path = f"{type(exc).__module__}.{type(exc).__qualname__}"
        self.traceback = "".join(format_exception(exc))
        self.return_value = None
        self._await_next_attempt(at=timezone.now())
        self.save(update_fields=[*OUTCOME, "exception_class_path", "traceback", "return_value"])

    def take_back(self, *, at: datetime, reason: str) -> bool:
        """Return the task to the queue unless its worker has finished it in the meantime."""
        claimed = type(self).objects.running().filter(pk=self.pk, started_at=self.started_at)
        self._await_next_attempt(at=at)
        changes = {name: getattr(self, name) for name in OUTCOME}
        return bool(claimed.update(**changes, traceback=reason))

    def _await_next_attempt(self, *, at: datetime) -> None:
        if self.attempt_count >= settings.TASK_MAX_ATTEMPTS:
            self.status, self.finished_at = TaskResultStatus.FAILED, at
            logger.error("Given up after %d attempts: %s", self.attempt_count, self)
            return
        delay = settings.TASK_RETRY_DELAY * 2 ** (self.attempt_count - 1)
        self.status, self.run_after = TaskResultStatus.READY, at + timedelta(seconds=delay)
        logger.warning("Attempt %d failed, next in %d s: %s", self.attempt_count, delay, self)
