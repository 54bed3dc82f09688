"""In which municipality does a postcode lie, as far as the operator provides a list of them?

The setting SEARCH_POSTCODES_FILE names a CSV file with the columns postcode, country and LAU
(docs/operations/search.md). It is read at the first question and again after it was changed.
"""

from __future__ import annotations

import csv
import logging
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.areas import AREA_KEY, COUNTRY_LENGTH, area_key
from services.interchange.code_lists import NUTS_COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

SHORTEST_POSTCODE = 3
COLUMNS = 3


def areas_of_postcode(text: str) -> list[str]:
    """Return the keys of the municipalities of a postcode, or of the longest part of it listed."""
    code = _written(text)
    known = _postcodes()
    beginnings = (code[:length] for length in range(len(code), SHORTEST_POSTCODE - 1, -1))
    return list(next((known[part] for part in beginnings if part in known), ()))


def _postcodes() -> dict[str, tuple[str, ...]]:
    if not settings.SEARCH_POSTCODES_FILE:
        return {}
    path = Path(settings.SEARCH_POSTCODES_FILE)
    try:
        changed_at = path.stat().st_mtime_ns
        return _read(path, changed_at)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        logger.warning("The postcodes cannot be read: %s", error)
        return {}


@lru_cache(maxsize=1)
def _read(path: Path, changed_at: int) -> dict[str, tuple[str, ...]]:
    """Read the file; when it was changed is an argument so that each state is read once."""
    found: dict[str, dict[str, None]] = {}
    for postcode, country, lau in _rows(path):
        key = sys.intern(area_key(NUTS_COUNTRY.get(country.upper(), country.upper()), "lau", lau))
        if postcode and AREA_KEY.fullmatch(key):
            found.setdefault(postcode, {})[key] = None
    logger.info("%d postcodes were read as of %d", len(found), changed_at)
    return {postcode: tuple(keys) for postcode, keys in found.items()}


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield postcode, country and LAU; the heading is none, and rows that lack one are skipped."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        for row in csv.reader(file, delimiter=delimiter, skipinitialspace=True):
            cells = [cell.strip() for cell in row]
            if len(cells) >= COLUMNS and len(cells[1]) == COUNTRY_LENGTH:
                yield _written(cells[0]), cells[1], cells[2]


def _written(postcode: str) -> str:
    return "".join(sign for sign in postcode.upper() if sign.isalnum())
