"""Measures speed and size on a temporary database: `python -m tests.bench`, or `make bench`.

    BENCH_SERVICES=10000   services in the large database, each in three languages
    BENCH_IMPORTS=500      services that are imported
    BENCH_JSON=FILE        where the table goes as JSON, too
    TEST_SEARCH_URL=URL    an Elasticsearch to be measured beside the embedded index

Ends with status 1 if a target is missed.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from pathlib import Path

import django


def main() -> int:
    # Else an end from outside would leave the database behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with tempfile.TemporaryDirectory(prefix="portolan-bench-") as directory:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="tests.bench.settings",
            SECRET_KEY="only-for-measuring-" * 4,
            BASE_URL="http://localhost",
            VAR_DIR=directory,
            SEARCH_INDEX_DIR=f"{directory}/search-index",
            LOG_LEVEL="WARNING",  # Wagtail tells of every page that it saves.
        )
        django.setup()
        from tests.bench.run import measure_all

        results = measure_all(
            Path(directory),
            services=int(os.environ.get("BENCH_SERVICES", "10000")),
            imports=int(os.environ.get("BENCH_IMPORTS", "500")),
        )
    sys.stdout.write(results.as_table())
    if target := os.environ.get("BENCH_JSON"):
        Path(target).write_text(results.as_json(), encoding="utf-8")
    return 0 if results.all_met else 1


if __name__ == "__main__":
    sys.exit(main())
