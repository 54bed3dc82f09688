"""How a test lets something go wrong between the site and a real search server.

    with FaultProxy(search_url) as proxy:
        …                                # The site speaks with proxy.url.
        proxy.inject(Fault.BLACK_HOLE)   # From now on, until the next fault.
        proxy.inject(Fault.NONE)
        proxy.asked                      # ["GET /", …], what has come so far.

It listens on a free port of this machine, which stays its own when it refuses for a while, and it
may be told another `target` when the real server comes back elsewhere.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.search.faults import Answer, Fault, Question, refusal, spoil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

NOT_PASSED_ON = {"host", "connection", "accept-encoding", "content-length", "transfer-encoding"}
LONGEST = 60.0  # Seconds; no test hangs for ever in a black hole.


@dataclass(frozen=True, slots=True)
class _State:
    """What is wrong at the moment, for how long that holds an answer, and whether it is over."""

    fault: Fault
    seconds: float
    is_over: threading.Event = field(default_factory=threading.Event)

    def hold(self) -> bool:
        """Hold a question as long as the fault wants; say whether it is answered then."""
        if self.fault is Fault.BLACK_HOLE:
            self.is_over.wait(LONGEST)
            return False
        return not (self.fault is Fault.SLOW and self.is_over.wait(self.seconds))

    def pieces(self, body: bytes) -> Iterator[bytes]:
        """Yield what is sent at once: all, or byte after byte until that is over."""
        if self.fault is not Fault.DRIPPING:
            yield body
            return
        for place in range(len(body)):
            if self.is_over.wait(self.seconds):
                return
            yield body[place : place + 1]


class FaultProxy:
    """Passes on what it is asked, and what is answered, with the fault that a test injects."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.asked: list[str] = []
        self._state = _State(Fault.NONE, 0)
        self._listener: _Listener | None = _Listener(self, 0)
        self.port = self._listener.server_port
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.inject(Fault.REFUSES)

    def inject(self, fault: Fault, *, seconds: float = 2) -> None:
        """Let this go wrong from now on; what is held is cut.

        `SLOW` takes so many seconds before it answers, `DRIPPING` before each byte.
        """
        before, self._state = self._state, _State(fault, seconds)
        before.is_over.set()
        if fault is Fault.REFUSES and self._listener:
            self._listener.leave()
            self._listener = None
        elif fault is not Fault.REFUSES and not self._listener:
            self._listener = _Listener(self, self.port)

    def answer(self, question: Question) -> Answer | None:
        """Return what the site gets to hear; None where the connection ends without a word."""
        self.asked.append(f"{question.method} {question.path}")
        state = self._state
        if not state.hold():
            return None
        if refused := refusal(state.fault, question):
            return refused
        answer = self._pass_on(question)
        return answer and spoil(state.fault, answer)

    def pieces(self, body: bytes) -> Iterator[bytes]:
        """Yield the parts of an answer when they are to be sent."""
        return self._state.pieces(body)

    def _pass_on(self, question: Question) -> Answer | None:
        """Ask the real server; None where it is away, too."""
        connection = HTTPConnection(urlsplit(self.target).netloc, timeout=LONGEST)
        try:
            connection.request(
                question.method, question.path, question.body, _passed_on(question.headers)
            )
            found = connection.getresponse()
            return Answer(found.status, _passed_on(dict(found.getheaders())), found.read())
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()


class _Listener(ThreadingHTTPServer):
    """Accepts connections for the proxy, and knows the open ones."""

    daemon_threads = True

    def __init__(self, proxy: FaultProxy, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.proxy = proxy
        self.open: set[socket.socket] = set()
        self.thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has given up is what tests provoke."""

    def leave(self) -> None:
        self.shutdown()
        self.server_close()
        for connection in list(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        question = Question(self.command, self.path, dict(self.headers), body)
        answer = self.server.proxy.answer(question)
        if answer is None:
            self.close_connection = True
            return
        # Taken before the client sees anything: what it does then is no longer this answer's.
        pieces = self.server.proxy.pieces(answer.body)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body) + answer.missing))
        self.end_headers()
        sent = sum(map(self.wfile.write, pieces))
        announced = len(answer.body) + answer.missing
        self.close_connection = self.close_connection or sent < announced

    # The names that http.server looks for.
    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

    def log_message(self, *arguments: Any) -> None:
        """Stay silent."""


def _passed_on(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in NOT_PASSED_ON}
