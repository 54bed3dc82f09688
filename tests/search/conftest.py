"""Each test of the search has an index of its own; dictionaries are compiled once on a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.management.color import no_style
from django.db import connection

from search.engines.embedded import EmbeddedEngine, embedded_engine
from search.models import OutboxEntry
from services.language import analysis, lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session", autouse=True)
def _dictionaries() -> Iterator[None]:
    lemmas.build_dictionaries(["nl", "en", "de"])
    yield
    analysis.forget()


@pytest.fixture(autouse=True)
def index_dir(settings: Any, tmp_path: Path) -> Path:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture
def engine(index_dir: Path) -> EmbeddedEngine:
    return embedded_engine()


@pytest.fixture
def fresh_numbers(db: None) -> None:
    """Let the outbox count from one: where a rollback does not, a test's first entry has a gap."""
    places = [{"table": OutboxEntry._meta.db_table, "column": "id"}]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), places):
            cursor.execute(statement)
