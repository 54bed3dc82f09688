"""Builds the search index anew, without a moment in which there is none."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import WriterBusyError
from search.operations import is_index_usable, rebuild_index

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    help = "Build the search index anew from the database; searches go on meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="Do nothing where a complete index of the same making is in use.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_needed"] and is_index_usable():
            self.stdout.write("The index is complete.")
            return
        began = time.monotonic()
        try:
            rebuilt = rebuild_index(progress=self._tell)
        except WriterBusyError as error:
            raise CommandError("The index is already being built anew.") from error
        count = sum(rebuilt.documents.values())
        self.stdout.write(f"documents={count} seconds={time.monotonic() - began:.1f}")

    def _tell(self, language: str, count: int) -> None:
        self.stdout.write(f"{language}: {count} documents")
