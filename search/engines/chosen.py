"""Which engines does this installation have, and which of them answers a reader?

Without `SEARCH_URL` the embedded engine alone. With it Elasticsearch answers; the embedded index is
kept current beside it, and steps in while the server does not answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.engines.elasticsearch import elasticsearch_engine
from search.engines.embedded import embedded_engine
from search.engines.guarded import Guarded

if TYPE_CHECKING:
    from search.engines import Engine, Finder


NAMES = ("embedded", "elasticsearch")


def engines() -> list[Engine]:
    """Return all engines that are kept current, the one that never fails first."""
    server = elasticsearch_engine()
    return [embedded_engine(), *([server] if server else [])]


def engines_named(name: str) -> list[Engine]:
    """Return the engine of a name; none where this installation does not have it."""
    return [engine for engine in engines() if engine.name == name]


def search_engine() -> Finder:
    """Return what finds documents for one request."""
    server = elasticsearch_engine()
    if server is None:
        return embedded_engine()
    return Guarded(server, embedded_engine(), server.breaker)


def search_state() -> str:
    """Say whether searches are answered: "ok", "standby" (by the embedded engine) or "no index"."""
    server = elasticsearch_engine()
    if server and not server.breaker.is_open:
        return "ok"
    if embedded_engine().current_generation() is None:
        return "no index"
    return "standby" if server else "ok"
