"""What happens to a task whose worker died: it goes back to the queue, or is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.tasks.models import LiveWorker, QueuedTask

if TYPE_CHECKING:
    from datetime import datetime

LOST = "The worker that ran this task was lost."


def take_back_abandoned(*, at: datetime) -> list[QueuedTask]:
    """Return to the queue every running task that no living worker answers for."""
    alive = set(LiveWorker.objects.alive(at=at).values_list("pk", flat=True))
    abandoned = [task for task in QueuedTask.objects.running() if task.worker_id not in alive]
    LiveWorker.objects.dead(at=at).delete()
    return [task for task in abandoned if task.take_back(at=at, reason=LOST)]
