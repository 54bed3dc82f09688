"""Where background tasks wait: in the database, those of libraries behind our own."""

from __future__ import annotations

from typing import Any

from django_tasks_db.backend import DatabaseBackend

LIBRARIES = ("wagtail.", "modelsearch.")
LAST = -10


def is_of_a_library(task_path: str) -> bool:
    return task_path.startswith(LIBRARIES)


class QueueBackend(DatabaseBackend):
    """An import leaves thousands of Wagtail's tasks; what an editor publishes must not wait."""

    def _task_to_db_task(self, task: Any, args: Any, kwargs: Any) -> Any:
        if is_of_a_library(task.module_path) and not task.priority:
            task = task.using(priority=LAST)
        return super()._task_to_db_task(task, args, kwargs)
