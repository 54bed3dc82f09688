"""Brings all noted changes into the search index."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.engines import WriterBusyError
from search.operations import drain_outbox


class Command(BaseCommand):
    help = "Bring all noted changes into the search index (the worker does it by itself)."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        outcome = _drain()
        if verbosity:
            self.stdout.write(outcome)


def _drain() -> str:
    """Somebody else who writes the index is no failure: nothing noted is lost."""
    try:
        return f"entries={drain_outbox()}"
    except WriterBusyError:
        return "The index is being written elsewhere; what is noted waits for the next drain."
