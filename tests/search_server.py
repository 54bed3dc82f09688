"""How tests that run at once share one real Elasticsearch, and leave nothing in it."""

from __future__ import annotations

import json
import urllib.request
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# A proxy of the environment does not reach this machine's own server.
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


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
