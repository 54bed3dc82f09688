"""Loads the demo's content and users."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.interchange.demo import is_in_use, load_demo

PROGRESS_EVERY = 25


class Command(BaseCommand):
    help = "Load the demo; a second run changes nothing. Its log-ins are for trying out only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="Do nothing where somebody can log in already: what was deleted stays so.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_CONTENT:
            raise CommandError("Set DEMO_CONTENT=True: the demo has users with a known password.")
        if options["once"] and is_in_use():
            self.stdout.write("The site is in use already; the demo is left as it is.")
            return
        report = load_demo(self._progress)
        for fault in [*report.notes, *report.faults]:
            self.stderr.write(str(fault))
        self.stdout.write(str(report))
        if report.faults:
            raise SystemExit(1)

    def _progress(self, done: int, total: int) -> None:
        if done % PROGRESS_EVERY == 0 or done == total:
            self.stdout.write(f"{done} of {total}")
