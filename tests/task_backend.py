"""What runs background tasks in tests: at once, and an error in a task fails its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResultStatus

if TYPE_CHECKING:
    from django_tasks.base import TaskResult


class TaskFailedError(Exception):
    """Carries the traceback of the task, since the stock backend keeps only its text."""


class RaisingBackend(ImmediateBackend):
    supports_defer = True  # What must wait in real life runs at once, too.

    def _execute_task(self, task_result: TaskResult) -> None:
        if task_result.task.module_path.startswith("modelsearch."):
            return  # Settings say that what the admin searches is not kept up to date.
        super()._execute_task(task_result)
        if task_result.status == TaskResultStatus.FAILED:
            raise TaskFailedError(task_result.errors[0].traceback)
