"""Imports services and what belongs to them from a file of JSON lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.interchange.faults import FileRefusedError
from services.interchange.importing import import_file

PROGRESS_EVERY = 50


class Command(BaseCommand):
    help = "Import services from FILE; see docs/interchange.md for its format."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Check and count, write nothing."
        )
        parser.add_argument(
            "--overwrite", action="store_true", help="Replace pages edited since their import."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = import_file(
                options["file"],
                dry_run=options["dry_run"],
                overwrite=options["overwrite"],
                progress=self._progress,
            )
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        except FileRefusedError as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            raise CommandError("The file is refused; nothing was written.") from refused
        for fault in [*report.notes, *report.faults]:
            self.stderr.write(str(fault))
        self.stdout.write(str(report))
        if report.faults:
            raise SystemExit(1)

    def _progress(self, done: int, total: int) -> None:
        if done % PROGRESS_EVERY == 0 or done == total:
            self.stdout.write(f"{done} of {total}")
