"""How fast services come in: new ones, and those that are there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.interchange.importing import CREATED, UNCHANGED, import_file
from tests.bench.lines import write_services
from tests.bench.watch import watch

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.results import Results

NEW_A_SECOND = 4
UNCHANGED_A_SECOND = 100


def measure_import(results: Results, path: Path, count: int) -> None:
    """Import a file of so many services in three languages, twice."""
    write_services(path, count)
    for outcome, target in ((CREATED, NEW_A_SECOND), (UNCHANGED, UNCHANGED_A_SECOND)):
        with watch() as taken:
            report = import_file(path)
        if report.counts[outcome] != count:
            raise RuntimeError(f"{report}: {'; '.join(map(str, report.faults[:3]))}")
        name = f"import of {count} services in 3 languages, {outcome}"
        results.add(name, count / taken.wall, "services/s", at_least=target)
        results.add(f"{name}, by processor time", count / taken.processor, "services/s")
