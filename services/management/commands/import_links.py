"""Imports a register of links as drafts, and reports on every row."""

from __future__ import annotations

import csv
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from services.interchange.link_import import RowOutcome, import_links
from services.interchange.links import RegisterRefusedError
from services.models import AuthorityPage

OUTCOMES = ("created", "changed", "unchanged", "rejected")
PROGRESS_EVERY = 100


class Command(BaseCommand):
    help = "Import the rows of a register of links as drafts; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--parent", help="The address of the authority's page to add below: /nl/the-authority/"
        )
        parser.add_argument("--report", type=Path, help="Write what became of each row here.")

    def handle(self, *args: Any, **options: Any) -> None:
        parent = self._parent(options["parent"]) if options["parent"] else None
        with self._report(options["report"]) as report:
            outcomes = self._import(options["file"], parent)
            if report:
                _write(report, outcomes)
        self._summarise(outcomes)
        if any(outcome.outcome == "rejected" for outcome in outcomes):
            raise SystemExit(1)

    @staticmethod
    def _report(path: Path | None) -> AbstractContextManager[TextIO | None]:
        """The report, opened before the first row is written."""
        try:
            return path.open("a", encoding="utf-8", newline="") if path else nullcontext()
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error

    def _import(self, path: Path, parent: AuthorityPage | None) -> list[RowOutcome]:
        outcomes: list[RowOutcome] = []
        try:
            for outcome in import_links(path, parent=parent):
                outcomes.append(outcome)
                if len(outcomes) % PROGRESS_EVERY == 0:
                    self.stdout.write(f"{len(outcomes)} rows")
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except RegisterRefusedError as refused:
            raise CommandError(f"{path}: {refused}") from refused
        return outcomes

    def _summarise(self, outcomes: list[RowOutcome]) -> None:
        for outcome in outcomes:
            if outcome.outcome == "rejected":
                self.stderr.write(f"row {outcome.row}: {outcome.reason}")
        counts = Counter(outcome.outcome for outcome in outcomes)
        summary = " ".join(f"{name}={counts[name]}" for name in OUTCOMES)
        self.stdout.write(f"rows={len(outcomes)} {summary}")

    @staticmethod
    def _parent(address: str) -> AuthorityPage:
        path = "/" + address.strip("/") + "/"
        for page in AuthorityPage.objects.select_related("locale"):
            if path in (page.url or "", page.url_path):
                return page
        raise CommandError(f"{address}: no authority page has this address")


def _write(report: TextIO, outcomes: list[RowOutcome]) -> None:
    report.truncate(0)  # Not before: until now it was the report of an earlier run.
    writer = csv.writer(report)
    writer.writerow(["row", "outcome", "identifier", "reason"])
    writer.writerows((o.row, o.outcome, o.identifier, o.reason) for o in outcomes)
