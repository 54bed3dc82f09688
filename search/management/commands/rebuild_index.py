"""Builds the search index anew, without a moment in which there is none."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engines import EngineFailedError, WriterBusyError
from search.engines.chosen import NAMES, engines, engines_named
from search.operations import engines_due, is_renewed, rebuild_index

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from search.engines import Engine


class Command(BaseCommand):
    help = "Build the search index anew from the database; searches go on meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Do nothing where a complete index of the same making is in use.",
        )
        parser.add_argument(
            "--if-older",
            type=float,
            metavar="HOURS",
            help="Do nothing where this machine's index was built less long ago.",
        )
        parser.add_argument("--engine", choices=NAMES, help="Only this index. Without it: all.")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = engines_named(options["engine"]) if options["engine"] else engines()
        if options["if_needed"]:
            due = engines_due()
            chosen = [engine for engine in chosen if engine in due]
        if (hours := options["if_older"]) is not None:
            since = timezone.now() - timedelta(hours=hours)
            chosen = [] if is_renewed(since=since) else chosen
        if not chosen:
            self.stdout.write("The index is complete.")
            return
        self._rebuild(chosen)

    def _rebuild(self, chosen: list[Engine]) -> None:
        began = time.monotonic()
        try:
            rebuilt = rebuild_index(progress=self._tell, chosen=chosen)
        except WriterBusyError as error:
            raise CommandError("The index is already being built anew.") from error
        except EngineFailedError as error:
            raise CommandError(f"The search server does not answer: {error}") from error
        count = sum(rebuilt.documents.values())
        self.stdout.write(f"documents={count} seconds={time.monotonic() - began:.1f}")
        for name in rebuilt.left_out:
            self.stderr.write(f"{name} does not answer, and was left out.")

    def _tell(self, language: str, count: int) -> None:
        self.stdout.write(f"{language}: {count} documents")
