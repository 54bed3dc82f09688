"""Suggestions are timed after every letter of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.engines.embedded import EmbeddedEngine
from tests.bench.results import Results
from tests.bench.suggesting import measure_suggestions
from tests.search.documents import build, document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.django_db
def test_the_slowest_suggestions_have_a_target(tmp_path: Path) -> None:
    engine, results = EmbeddedEngine(tmp_path), Results()
    build(engine, [document(1)])

    measure_suggestions(results, engine, {"nl": ["rijbewijs", "rijbewjis om"]})

    targets = {row.name: row.at_most for row in results.rows}
    assert targets["suggestions in process, p95"] == 5
    assert min(row.value for row in results.rows) > 0
