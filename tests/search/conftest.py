"""Each test of the search has an index of its own; dictionaries are compiled once on a host."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management.color import no_style
from django.db import connection
from django.utils import translation

from search.counting.spool import spool
from search.engines import elasticsearch_server
from search.engines.elasticsearch import ElasticsearchEngine, elasticsearch_engine
from search.engines.embedded import EmbeddedEngine, embedded_engine
from search.models import OutboxEntry
from services.language import analysis
from tests import factories
from tests.search.documents import build, document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.documents import Document
    from search.engines import Engine


@pytest.fixture(scope="session", autouse=True)
def _dictionaries() -> Iterator[None]:
    analysis.prepare(["nl", "en", "de"])
    yield
    analysis.forget()


@pytest.fixture(autouse=True)
def index_dir(settings: Any, tmp_path: Path) -> Path:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    return settings.SEARCH_INDEX_DIR


@pytest.fixture
def _in_english() -> Iterator[None]:
    """What is said is compared in the language in which it is written here."""
    with translation.override("en"):
        yield


@pytest.fixture(name="embedded_engine")
def _embedded_engine(index_dir: Path) -> EmbeddedEngine:
    return embedded_engine()


@pytest.fixture(name="elasticsearch_engine")
def _elasticsearch_engine(
    settings: Any, monkeypatch: pytest.MonkeyPatch, search_url: str, index_prefix: str
) -> ElasticsearchEngine:
    """An index of this test's own on the server; a busy machine has its time."""
    monkeypatch.setattr(elasticsearch_server, "SECONDS_FOR_A_SEARCH", 10.0)
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = search_url, index_prefix
    engine = elasticsearch_engine()
    assert engine
    return engine


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def each_engine(request: pytest.FixtureRequest) -> Engine:
    """What is said of it holds for every engine."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def engine(embedded_engine: EmbeddedEngine) -> EmbeddedEngine:
    return embedded_engine


def count_on() -> None:
    """Let the outbox count on from its last entry, where a rollback alone would leave a gap."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [OutboxEntry]):
            cursor.execute(statement)


@pytest.fixture
def fresh_numbers(db: None) -> None:
    count_on()


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    count_on()
    return factories.site_tree()


@pytest.fixture(scope="module")
def laid_move_page(laid_authority: Any) -> Any:
    return factories.service(laid_authority)


@pytest.fixture
def move_page(laid_move_page: Any, db: None) -> Any:
    return deepcopy(laid_move_page)


@pytest.fixture
def index(engine: EmbeddedEngine) -> None:
    move = {
        "summary": "Geef uw verhuizing door.",
        "authority": "Gemeente Lindewoude",
        "topic": "Wonen",
        "confirmed_on": date(2026, 11, 12),
    }
    build(
        engine,
        [
            document(1, title="Verhuizing doorgeven", **move),
            document(2, title="Verhuizen", kind="life_event", audience=("citizens", "businesses")),
            document(3, title="Bedrijf verhuizen", kind="information", audience=("businesses",)),
            document(4, title="Report a move", language="en"),
            *(document(100 + n, title=f"Paspoort nummer {n}") for n in range(35)),
        ],
    )


@pytest.fixture
def library(engine: Engine) -> list[Document]:
    kinds = ["procedure", "procedure", "information", "topic"]
    audiences = [("citizens",), ("citizens", "businesses"), ("businesses",), ("citizens",)]
    documents = [
        document(number, kind=kind, audience=audience)
        for number, (kind, audience) in enumerate(zip(kinds, audiences, strict=True))
    ]
    build(engine, documents, "en")
    return documents


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where events are noted."""
    settings.VAR_DIR = tmp_path
    spool.renew()
    return tmp_path / "search-events"
