"""Tells how good the search is, on queries that people have judged in all languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search.evaluation.evaluating import ENGINES, evaluate
from search.evaluation.judgements import SPLITS, judged_languages
from search.evaluation.table import as_markdown

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping

WIDTH = 16


class Command(BaseCommand):
    help = "Ask the judged queries of the evaluation set, and print how good the answers are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=ENGINES, default="embedded")
        parser.add_argument(
            "--language",
            action="append",
            choices=judged_languages(),
            metavar="CODE",
            help="A language to ask in; may be repeated. Without it: all.",
        )
        parser.add_argument("--split", choices=SPLITS, help="Ask one half of the queries only.")
        parser.add_argument("--json", type=Path, metavar="FILE", help="Write the table there, too.")
        parser.add_argument(
            "--write",
            type=Path,
            metavar="FILE",
            help="Write there, in Markdown, how all engines that are there compare.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["engine"] == "elasticsearch" and not settings.SEARCH_URL:
            raise CommandError("There is no elasticsearch here: set SEARCH_URL.")
        languages = options["language"] or judged_languages()
        names = _all_there() if options["write"] else [options["engine"]]
        reports = evaluate(names, languages, options["split"])
        report = reports[options["engine"]]
        self.stdout.write(f"{report['n']} queries, split: {report['split']}")
        self._write_row("", dict.fromkeys(report["overall"]))
        self._write_row("overall", report["overall"])
        for part in ("languages", "categories"):
            self.stdout.write("")
            for name, numbers in report[part].items():
                self._write_row(name, numbers)
        if options["json"]:
            options["json"].write_text(json.dumps(report, indent=1), encoding="utf-8")
        if options["write"]:
            options["write"].write_text(as_markdown(reports), encoding="utf-8")

    def _write_row(self, name: str, numbers: Mapping[str, float | None]) -> None:
        cells = (title if value is None else f"{value:.3f}" for title, value in numbers.items())
        self.stdout.write(f"{name:{WIDTH}}" + "".join(f"{cell:>9}" for cell in cells))


def _all_there() -> list[str]:
    return [name for name in ENGINES if name != "elasticsearch" or settings.SEARCH_URL]
