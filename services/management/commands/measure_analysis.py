"""Tells how well the analysis of each language does: the table of docs/analysis.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from services.language import analysis
from services.language.measuring import ANALYSES, measure, measured_languages, pairs_of

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

_TABLE = re.compile(r"(^\|.*\n)+", re.MULTILINE)
HEADER = ("language", "forms", "words", *ANALYSES)


class Command(BaseCommand):
    help = (
        "Print the share of inflected forms that meet their lemma, and of different words that "
        "meet wrongly, for the analysis in use and for its parts alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--language",
            action="append",
            choices=measured_languages(),
            metavar="CODE",
            help="A language to measure; may be repeated. Without it: all.",
        )
        parser.add_argument(
            "--write", type=Path, metavar="FILE", help="Put the table in the place of FILE's."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        languages = options["language"] or measured_languages()
        analysis.prepare(languages)
        table = "\n".join(_table(languages))
        self.stdout.write(table)
        if path := options["write"]:
            text = path.read_text(encoding="utf-8")
            path.write_text(
                re.sub(r"(^\|.*\n)+", f"{table}\n", text, flags=re.MULTILINE), encoding="utf-8"
            )


def _table(languages: Iterable[str]) -> Iterable[str]:
    yield _line(HEADER)
    yield _line("---" for _ in HEADER)
    for language in languages:
        pairs = pairs_of(language)
        counts = (str(len(pairs.same)), str(len(pairs.different)))
        yield _line((language, *counts, *(_cell(language, name) for name in ANALYSES)))


def _cell(language: str, name: str) -> str:
    found = measure(language, name)
    return f"{found.met:.3f} / {found.wrong:.3f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
