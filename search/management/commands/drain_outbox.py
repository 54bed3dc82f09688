"""Brings all noted changes into the search index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from search.engines import WriterBusyError
from search.engines.chosen import NAMES, engines_named
from search.operations import drain_outbox

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from search.engines import Engine


class Command(BaseCommand):
    help = "Bring all noted changes into the search index (the worker does it by itself)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=NAMES, help="Only this index. Without it: all.")

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        outcome = _drain(engines_named(options["engine"]) if options["engine"] else None)
        if verbosity:
            self.stdout.write(outcome)


def _drain(chosen: list[Engine] | None) -> str:
    """Somebody else who writes the index is no failure: nothing noted is lost."""
    try:
        return f"entries={drain_outbox(chosen)}"
    except WriterBusyError:
        return "The index is being written elsewhere; what is noted waits for the next drain."
