"""What does every worker do, since each machine needs it done for itself?

A task is done once, by whichever worker takes it. What lies on a machine, as its search index does,
must be followed there: by the commands of settings.TASK_EVERYWHERE, in a thread beside the tasks.
"""

from __future__ import annotations

import logging
from threading import Event, Thread

from django.conf import settings
from django.core.management import call_command
from django.db import connection

logger = logging.getLogger("config.tasks")


class Everywhere(Thread):
    """Runs one command again and again, so many seconds after it ended."""

    def __init__(self, command: str, seconds: float) -> None:
        super().__init__(name=command, daemon=True)
        self._command = command.split()
        self._seconds = seconds
        self._stopped = Event()

    def run(self) -> None:
        while not self._stopped.wait(self._seconds):
            try:
                call_command(*self._command, verbosity=0)
            except Exception:
                # Nobody starts the thread again, and nobody foresees how an index can be damaged.
                logger.exception("%s failed, and is tried again.", self.name)
                connection.close()
        connection.close()

    def stop(self) -> None:
        self._stopped.set()
        if self.is_alive():
            self.join()


def threads() -> list[Everywhere]:
    """Return a thread for each of the commands, not started yet."""
    return [Everywhere(*each) for each in settings.TASK_EVERYWHERE.items()]
