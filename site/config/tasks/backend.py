"""Where background tasks wait: in the database, those of libraries behind our own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django_tasks_db.backend import DatabaseBackend

LIBRARIES = ("wagtail.", "modelsearch.")
LAST = -10
RECENT = 50  # So many things to do after the transaction are looked through for an equal task.


def is_of_a_library(task_path: str) -> bool:
    return task_path.startswith(LIBRARIES)


@dataclass(frozen=True, slots=True)
class _Noted:
    """A task that is enqueued when this transaction ends well; there is nothing left to do then."""

    what: tuple[str, str]
    row: Any

    def __call__(self) -> None:
        pass


class QueueBackend(DatabaseBackend):
    """An import leaves thousands of Wagtail's tasks; what an editor publishes must not wait.

    A page that is created and published is saved three times, and each time Wagtail wants it
    indexed: within one transaction, equal tasks of libraries are one.
    """

    def _task_to_db_task(self, task: Any, args: Any, kwargs: Any) -> Any:
        if not is_of_a_library(task.module_path):
            return super()._task_to_db_task(task, args, kwargs)
        if not task.priority:
            task = task.using(priority=LAST)
        what = (task.module_path, f"{args} {kwargs} {task.run_after}")
        row = _noted(what)
        if row is None:
            row = super()._task_to_db_task(task, args, kwargs)
            transaction.on_commit(_Noted(what, row))
        return row


def _noted(what: tuple[str, str]) -> Any:
    """The equal task that stays in the queue if what is done now stays."""
    now = set(connection.savepoint_ids)
    for entry in islice(reversed(connection.run_on_commit), RECENT):
        savepoints, noted = entry[:2]
        if isinstance(noted, _Noted) and noted.what == what and set(savepoints) <= now:
            return noted.row
    return None
