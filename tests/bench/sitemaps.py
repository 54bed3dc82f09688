"""How long a crawler waits for the sitemap's first byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.test import Client

from tests.bench.watch import watch

if TYPE_CHECKING:
    from tests.bench.results import Results

SECONDS = 0.5
ADDRESS = re.compile(r"<loc>http://localhost([^<]+)</loc>")


def measure_sitemap(results: Results) -> None:
    """Fetch the index and every file of it; the slowest counts."""
    files = ADDRESS.findall(_fetch("/sitemap.xml")[0])
    results.add("sitemap index, first byte", _fetch("/sitemap.xml")[1], "s", at_most=SECONDS)
    slowest = max(_fetch(address)[1] for address in files)
    results.add(f"slowest of {len(files)} sitemap files, first byte", slowest, "s", at_most=SECONDS)


def _fetch(address: str) -> tuple[str, float]:
    """The text, and after how many seconds its first part comes."""
    with watch() as taken:
        response = Client(HTTP_HOST="localhost").get(address)
        parts = iter(response)
        first = next(parts)
    if response.status_code != 200:
        raise RuntimeError(f"{address}: {response.status_code}")
    return b"".join([first, *parts]).decode(), taken.wall
