"""Which Elasticsearch server do tests use: one that is given, one that runs, or a new one?

A new one is a container where a Docker engine answers, and else a process of the unpacked archive.
`make elasticsearch` notes what it has started, so that it can be found again and ended.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from config.elasticsearch_server import answering, archive, container, process
from config.elasticsearch_server.container import ServerContainer
from config.elasticsearch_server.locking import alone
from config.elasticsearch_server.process import ServerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
Server = ServerContainer | ServerProcess


def find() -> str | None:
    """Return the address of the server that SEARCH_URL gives, or that this checkout has started.

    Raise UnavailableError where the given one does not answer.
    """
    if given := os.environ.get("SEARCH_URL"):
        answering.wait_until_answers(given, seconds=answering.SECONDS_FOR_GIVEN)
        return given
    server = _noted()
    return server.url if server and server.is_running() else None


def start() -> str:
    """Start a server that outlives this program; return its address, or raise UnavailableError."""
    with alone(_note().with_suffix(".lock")):
        if url := find():  # Another run may have started it meanwhile.
            return url
        server = _new()
        _note().write_text(json.dumps(asdict(server)))
        return server.url


def stop() -> None:
    """End the server that this checkout has started; one that was only given runs on."""
    server = _noted()
    if server:
        server.stop()
    _note().unlink(missing_ok=True)


@contextmanager
def lent() -> Iterator[str]:
    """Lend the address of a server; one that had to be started for it ends with it."""
    if url := find():
        yield url
        return
    server = _new()
    try:
        yield server.url
    finally:
        server.stop()


def _new() -> Server:
    if container.engine_answers():
        return container.start()
    java = process.java_home()
    return process.start(archive.unpacked(), java)


def _note() -> Path:
    return Path(os.environ.get("VAR_DIR", ROOT / "var")) / "elasticsearch.json"


def _noted() -> Server | None:
    try:
        fields = json.loads(_note().read_text())
    except FileNotFoundError:
        return None
    return ServerContainer(**fields) if "container" in fields else ServerProcess(**fields)
