"""Does a request give what the host answers, and an answer where it fails?"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from services.gateway.selfcheck.fetching import USER_AGENT, fetch

if TYPE_CHECKING:
    from collections.abc import Iterator


class Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # The name that http.server asks for.
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.end_headers()
        self.wfile.write(f"{self.path} é {self.headers['User-Agent']}".encode("iso-8859-1"))

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_page_is_read_in_its_own_encoding(host: str) -> None:
    answer = fetch(f"{host}/a?b=c")

    assert (answer.status, answer.is_html) == (200, True)
    assert answer.text == f"/a?b=c é {USER_AGENT}"


def test_redirect_is_not_followed(host: str) -> None:
    answer = fetch(f"{host}/moved")

    assert (answer.status, answer.headers["location"]) == (302, "/elsewhere")


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://127.0.0.1:1/with space"])
def test_host_that_does_not_answer_is_an_answer(url: str) -> None:
    assert (fetch(url).status, bool(fetch(url).error)) == (0, True)
