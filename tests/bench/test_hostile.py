"""The worst questions have a target, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.engines.embedded import EmbeddedEngine
from tests.bench.hostile import measure_hostile_queries
from tests.bench.results import Results
from tests.search.documents import build, document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.django_db
def test_the_slowest_of_each_kind_has_a_target(tmp_path: Path) -> None:
    engine, results = EmbeddedEngine(tmp_path), Results()
    build(engine, [document(1)])

    measure_hostile_queries(results, engine, "nl")

    assert [row.name.split()[1] for row in results.rows] == ["search,", "suggestions,", "click,"]
    assert {row.at_most for row in results.rows} == {1000}
