"""How tests that run at once share one real Elasticsearch, or have one that they may kill."""

from __future__ import annotations

import json
import os
import urllib.request
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from config.elasticsearch_server import archive, process

if TYPE_CHECKING:
    from collections.abc import Iterator

# `make test` lends a server under a name of its own: the site under test keeps its own engine.
SEARCH_URL = os.environ.get("SEARCH_URL") or os.environ.get("TEST_SEARCH_URL")

# A proxy of the environment does not reach this machine's own server.
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class MortalServer:
    """A real search server that a test may kill, and bring back at the same address."""

    def __init__(self) -> None:
        self._process = process.start(archive.unpacked(), process.java_home())
        self.url = self._process.url

    def kill(self) -> None:
        self._process.kill()

    def revive(self) -> None:
        """Return when it answers again, with what it has stored."""
        folder, port = Path(self._process.folder), urlsplit(self.url).port or 0
        self._process = process.launch(folder, process.java_home(), port=port)

    def stop(self) -> None:
        self._process.stop()


@contextmanager
def own_prefix(url: str) -> Iterator[str]:
    """Give the beginning of names that nobody else uses; indices of such names go afterwards."""
    prefix = f"test-{uuid.uuid4().hex}-"
    try:
        yield prefix
    finally:
        for name in indices(url, prefix):
            ask(url, f"/{name}", method="DELETE")


def indices(url: str, prefix: str) -> list[str]:
    return sorted(ask(url, f"/{prefix}*"))


def ask(url: str, path: str, *, method: str = "GET", body: Any = None) -> Any:
    """Return what the server answers as JSON; raise HTTPError where it refuses."""
    request = urllib.request.Request(  # noqa: S310 # The address is a search server's.
        url + path,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
        method=method,
    )
    with DIRECTLY.open(request, timeout=30) as answer:
        return json.load(answer)
