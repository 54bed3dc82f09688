"""How a page is asked for over HTTP: one request after the other, no redirect followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TypeAlias
from urllib.parse import urlsplit

USER_AGENT = "PortolanGatewayCheck/1.0"
TIMEOUT = 20
MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request; names of headers are in lower case.

    ``error`` says why there is none.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    text: str = ""
    error: str = ""

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").lower().startswith("text/html")


Fetch: TypeAlias = Callable[[str], Answer]


def fetch(url: str) -> Answer:
    """Ask the host itself; what goes wrong on the way is an answer, too."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    connection = kind(parts.netloc, timeout=TIMEOUT)
    try:
        connection.request("GET", target, headers={"User-Agent": USER_AGENT, "Accept": "text/html"})
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        body = response.read(MAX_BYTES)
    except (OSError, HTTPException) as error:
        return Answer(0, error=f"{type(error).__name__}: {error}")
    finally:
        connection.close()
    charset = response.headers.get_content_charset("utf-8")
    return Answer(response.status, headers, _decoded(body, charset))


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset, errors="replace")
    except LookupError:
        return body.decode("utf-8", errors="replace")
