"""How a worker works: one task at a time, tried again when it fails, taken over when it dies."""

from __future__ import annotations

import logging
import signal
from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from config.tasks.everywhere import threads
from config.tasks.housekeeping import Housekeeping
from config.tasks.models import QueuedTask

if TYPE_CHECKING:
    from types import FrameType

    from django_tasks_db.models import DBTaskResult

logger = logging.getLogger("config.tasks")


class PersistentWorker(Worker):
    """The stock worker with what it lacks: see docs/decisions/0006-tasks.md."""

    def __init__(self, *, worker_id: str, interval: float, batch: bool) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
            excluded_queue_names=[],
        )
        self.housekeeping = Housekeeping(worker_id)
        self.everywhere = [] if batch else threads()

    def run(self) -> None:
        try:
            self.housekeeping.beat(at=timezone.now())
            self.housekeeping.start()
            for thread in self.everywhere:
                thread.start()
            super().run()
        finally:
            for thread in self.everywhere:
                thread.stop()
            self.housekeeping.stop()

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """End after this task, or this look at the queue; a second signal ends at once.

        The stock worker raises SystemExit wherever it is: where a transaction begins or ends, that
        leaves it open, and an exclusive one on SQLite then locks out all others.
        """
        if not self.running:
            super().shutdown(signum, frame)
        self.running = False
        logger.warning("Received %s, so this worker ends.", signal.strsignal(signum))

    def run_task(self, db_task_result: DBTaskResult) -> None:
        task = QueuedTask.objects.get(pk=db_task_result.pk)
        self.housekeeping.current = task
        try:
            super().run_task(task)
        finally:
            self.housekeeping.current = None
