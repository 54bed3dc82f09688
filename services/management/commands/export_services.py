"""Exports what is live as a file of JSON lines."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from services.interchange.exporting import export_lines


class Command(BaseCommand):
    help = "Write what is live to the standard output; see docs/interchange.md for the format."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--language",
            action="append",
            default=[],
            help="Only this language beside each source's own; may be given several times.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for line in export_lines(options["language"]):
            self.stdout.write(line)
