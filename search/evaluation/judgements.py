"""Which page answers which query best? People have judged it, in a file for each language.

    search/judgements/<lang>.csv    query,page,grade,category,split

`page` is the slug that the page has in every language of the evaluation set; `grade` says how well
it answers: 3 best, 2 also good, 1 related (what is not there is 0). A query may have several lines.
The half that is `held-out` is never looked at while the search is tuned.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DIRECTORY = Path(__file__).resolve().parents[1] / "judgements"
TUNING, HELD_OUT = SPLITS = ("tuning", "held-out")
CATEGORIES = (
    "exact",
    "inflected",
    "compound",
    "typo",
    "diacritics",
    "question",
    "synonym",
    "code",
    "foreign",
    "transliterated",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A query of a language, and the grades of the pages that answer it."""

    language: str
    query: str
    category: str
    split: str
    grades: Mapping[str, int]

    @property
    def targets(self) -> list[str]:
        """The pages that answer it best."""
        best = max(self.grades.values())
        return [page for page, grade in self.grades.items() if grade == best]


def judged_languages() -> list[str]:
    return sorted(path.stem for path in DIRECTORY.glob("*.csv"))


def judged_queries(language: str) -> list[Judged]:
    """The queries of a language, in the order of its file."""
    grades: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    with (DIRECTORY / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["query"], row["category"], row["split"])
            grades[key][row["page"]] = int(row["grade"])
    return [Judged(language, *key, found) for key, found in grades.items()]
