"""What the worker does for the search."""

from __future__ import annotations

from django_tasks import task

from search import operations


# Readers wait for this, and it takes milliseconds: it passes what an import has queued before it.
@task(priority=50)
def drain_outbox() -> int:
    """Bring what is in the outbox into the index; the answer is how many entries were read."""
    return operations.drain_outbox()
