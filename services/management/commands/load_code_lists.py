"""Loads policy codes and territories from the code lists that are kept with the project."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from services.interchange.code_lists import load_code_lists


class Command(BaseCommand):
    help = "Load the code lists; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--overwrite", action="store_true", help="Set rows back that differ from the lists."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = load_code_lists(settings.SITE_COUNTRY, overwrite=options["overwrite"])
        for note in report.notes:
            self.stdout.write(note)
        self.stdout.write(
            f"rows={report.rows} created={report.created} changed={report.changed} "
            f"unchanged={report.unchanged} kept={report.kept}"
        )
