"""How long may the search server take, from the first byte of a question to the last of its answer?

The limits of the client's library are those of a single read: a server that sends a byte now and
then would hold a reader for minutes. Here each read is given what is left of the time, which costs
no thread that watches and leaves none behind.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from http.client import HTTPResponse
from io import BufferedReader, RawIOBase
from math import inf
from typing import TYPE_CHECKING, Any

from elastic_transport import ConnectionTimeout, Urllib3HttpNode
from urllib3 import Timeout
from urllib3.connection import HTTPConnection, HTTPSConnection

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from elastic_transport import HttpHeaders, NodeConfig
    from elastic_transport._node import NodeApiResponse

_ends_at: ContextVar[float] = ContextVar("_ends_at", default=inf)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """End whatever this thread asks of the server here, in all, after so many seconds."""
    token = _ends_at.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends_at.reset(token)


def seconds_left() -> float:
    """Return how long the server may still take, infinity where nobody set an end."""
    return _ends_at.get() - time.monotonic()


class TimedNode(Urllib3HttpNode):
    """A server whose answers must be complete when the time of the question is up."""

    def __init__(self, config: NodeConfig) -> None:
        super().__init__(config)
        is_secure = config.scheme == "https"
        self.pool.ConnectionCls = _SecureConnection if is_secure else _Connection

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        request_timeout: Any = None,
    ) -> NodeApiResponse:
        seconds = min(request_timeout, seconds_left())
        if seconds <= 0:
            raise ConnectionTimeout("No time is left for another question")
        # A number would hold for connecting and reading, each.
        whole: Any = Timeout(total=seconds)
        return super().perform_request(method, target, body, headers, whole)


class _TimedReads(RawIOBase):
    """Reads a socket until its time is up, which begins now."""

    def __init__(self, source: RawIOBase, connection: socket.socket) -> None:
        self._source = source
        self._connection = connection
        self._ends_at = time.monotonic() + (connection.gettimeout() or 0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        seconds = self._ends_at - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("The answer is not complete in time")
        self._connection.settimeout(seconds)
        return self._source.readinto(buffer)

    def close(self) -> None:
        self._source.close()
        super().close()


class _TimedResponse(HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, **options: Any) -> None:
        super().__init__(sock, *arguments, **options)
        self.fp = BufferedReader(_TimedReads(self.fp.detach(), sock))


class _Connection(HTTPConnection):
    response_class = _TimedResponse


class _SecureConnection(HTTPSConnection):
    response_class = _TimedResponse
