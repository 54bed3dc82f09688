"""What a worker does beside its tasks: signs of life, taking back lost tasks, the schedule."""

from __future__ import annotations

import logging
import os
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from config.tasks.beat import enqueue_due_commands
from config.tasks.models import LiveWorker
from config.tasks.reaper import take_back_abandoned

if TYPE_CHECKING:
    from config.tasks.models import QueuedTask

logger = logging.getLogger("config.tasks")

GRACE = timedelta(seconds=1)
STUCK = 70  # The exit status of a worker that ends itself (EX_SOFTWARE).


class Housekeeping(Thread):
    """Runs in a thread of its own, since a task may keep the worker busy for minutes."""

    def __init__(self, worker_id: str) -> None:
        super().__init__(name="housekeeping", daemon=True)
        self.worker_id = worker_id
        self.current: QueuedTask | None = None
        self._stopped = Event()

    def run(self) -> None:
        while not self._stopped.is_set():
            self._round(at=timezone.now())
            self._stopped.wait(settings.TASK_HEARTBEAT)
        connection.close()

    def stop(self) -> None:
        """Sign off, so that nobody waits for this worker's next sign of life."""
        self._stopped.set()
        if self.is_alive():
            self.join()
        LiveWorker.objects.filter(pk=self.worker_id).delete()

    def beat(self, *, at: datetime) -> None:
        LiveWorker.objects.update_or_create(pk=self.worker_id, defaults={"seen_at": at})

    def _round(self, *, at: datetime) -> None:
        self._end_if_stuck(at=at)
        try:
            self.beat(at=at)
            take_back_abandoned(at=at)
            enqueue_due_commands(at=at)
        except DatabaseError:
            # A locked or restarting database is asked again in the next round.
            logger.warning("The database did not answer the housekeeping.", exc_info=True)
            connection.close()

    def _end_if_stuck(self, *, at: datetime) -> None:
        """A thread cannot be stopped from outside: only the end of the process frees the task."""
        task = self.current
        if task and task.started_at and at > task.started_at + task.time_limit + GRACE:
            logger.critical("Out of time, so this worker ends: %s", task)
            os._exit(STUCK)
