"""How the site behaves in the processes that tests start: as under test, with the real queue."""

from __future__ import annotations

from config.settings.test import *  # noqa: F403 # This is what a settings module is.

TASKS = {"default": {"BACKEND": "config.tasks.backend.QueueBackend"}}
# A test cannot wait as long as an operator.
TASK_HEARTBEAT = 0.1
TASK_DEAD_AFTER = 1
TASK_RETRY_DELAY = 0
TASK_TIME_LIMITS = {"tests.house.queue_tasks.hang": 1}
TASK_EVERYWHERE = {"drain_outbox --engine=embedded": 0.1}
