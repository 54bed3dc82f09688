"""Which synonyms does a new site begin with?

They stand in `starter_synonyms`, a file a language and one of codes that hold in all of them; see
the README there. Search editors change them afterwards as they like.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).with_name("starter_synonyms")
CODES = "codes"
ONE_WAY = "one-way"


@dataclass(frozen=True, slots=True)
class StartingSynonym:
    """Phrases that mean the same, or, one way, that stand for what is meant."""

    words: tuple[str, ...]
    meanings: tuple[str, ...]
    is_one_way: bool


@lru_cache(maxsize=32)
def starting_synonyms(language: str) -> tuple[StartingSynonym, ...]:
    """Return the synonyms of a language, and those of all; none for another language."""
    own = _read(FOLDER / f"{language}.csv")
    return (*own, *_read(FOLDER / f"{CODES}.csv")) if own else ()


def _read(path: Path) -> tuple[StartingSynonym, ...]:
    if not path.exists():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            StartingSynonym(
                _phrases(row["words"]), _phrases(row["meanings"]), row["direction"] == ONE_WAY
            )
            for row in csv.DictReader(file)
        )


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(";"))))
