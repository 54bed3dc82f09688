"""The fault proxy lets go wrong what a test asks for, and nothing else."""

from __future__ import annotations

import json
import threading
import time
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest

from tests.processes import wait_until
from tests.quiet_server import QuietServer
from tests.search.fault_proxy import FaultProxy
from tests.search.faults import PRODUCT, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = {
    "timed_out": False,
    "_shards": {"total": 3, "successful": 3, "failed": 0},
    "hits": {"total": {"value": 0}, "hits": []},
}
GREETING = {"version": {"number": "8.19.13"}, "tagline": "You Know, for Search"}
ANSWERS = {"/": GREETING, "/nl/_search": FOUND, "/_msearch": {"responses": [FOUND, FOUND]}}


class StandIn(BaseHTTPRequestHandler):
    """Answers as a real search server does, as far as the proxy looks into answers."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.dumps(ANSWERS.get(self.path, {"sent": sent.decode()})).encode()
        self.send_response(200)
        self.send_header(PRODUCT, "Elasticsearch")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = answer  # noqa: N815 # The names that http.server looks for.

    def log_message(self, *arguments: Any) -> None:
        """Stay silent."""


@pytest.fixture
def stand_in() -> Iterator[str]:
    with QuietServer(StandIn) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def proxy(stand_in: str) -> Iterator[FaultProxy]:
    with FaultProxy(stand_in) as proxy:
        yield proxy


@pytest.fixture
def client(proxy: FaultProxy) -> Iterator[HTTPConnection]:
    """One connection, kept as the site's client keeps it."""
    client = HTTPConnection("127.0.0.1", proxy.port, timeout=5)
    yield client
    client.close()


def ask(
    client: HTTPConnection, path: str = "/nl/_search", method: str = "POST", body: str = "{}"
) -> tuple[int, Any]:
    client.request(method, path, body)
    answer = client.getresponse()
    return answer.status, json.loads(answer.read())


def test_without_a_fault_everything_passes(proxy: FaultProxy, client: HTTPConnection) -> None:
    assert ask(client) == (200, FOUND)
    assert ask(client, "/nl/_doc/1", "PUT", '{"a":1}') == (200, {"sent": '{"a":1}'})
    assert proxy.asked == ["POST /nl/_search", "PUT /nl/_doc/1"]


def test_product_is_passed_on(client: HTTPConnection) -> None:
    client.request("GET", "/")

    assert client.getresponse().getheader(PRODUCT) == "Elasticsearch"


def test_refusing_server_cuts_open_connections(proxy: FaultProxy, client: HTTPConnection) -> None:
    ask(client)

    proxy.inject(Fault.REFUSES)

    with pytest.raises((ConnectionError, HTTPException)):
        ask(client)
    with pytest.raises(ConnectionRefusedError):
        HTTPConnection("127.0.0.1", proxy.port, timeout=5).connect()


def test_server_returns_at_the_same_address(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.REFUSES)

    proxy.inject(Fault.NONE)

    assert ask(client) == (200, FOUND)


def test_black_hole_accepts_and_never_answers(proxy: FaultProxy) -> None:
    proxy.inject(Fault.BLACK_HOLE)

    with pytest.raises(TimeoutError):
        ask(HTTPConnection("127.0.0.1", proxy.port, timeout=0.3))


def test_black_hole_lets_go_when_it_is_over(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.BLACK_HOLE)
    client.request("GET", "/")
    wait_until(lambda: proxy.asked)

    proxy.inject(Fault.NONE)

    with pytest.raises(ConnectionError):
        client.getresponse()
    assert ask(client) == (200, FOUND)


def test_slow_server_answers_in_the_end(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.SLOW, seconds=0.3)
    begun = time.monotonic()

    assert ask(client) == (200, FOUND)
    assert time.monotonic() - begun >= 0.3


def test_answer_may_come_byte_by_byte(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.DRIPPING, seconds=0.002)
    begun = time.monotonic()

    assert ask(client) == (200, FOUND)
    assert time.monotonic() - begun >= 0.002 * len(json.dumps(FOUND))


def test_answer_that_drips_is_cut_when_that_is_over(
    proxy: FaultProxy, client: HTTPConnection
) -> None:
    proxy.inject(Fault.DRIPPING, seconds=30)
    client.request("POST", "/nl/_search", "{}")
    answer = client.getresponse()

    proxy.inject(Fault.NONE)

    with pytest.raises(HTTPException):
        answer.read()


def test_answer_may_be_cut(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.CUT)

    with pytest.raises(HTTPException):
        ask(client)


def test_answer_may_be_no_json(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.TRUNCATED)

    with pytest.raises(json.JSONDecodeError):
        ask(client)


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        (Fault.BUSY, 429, "es_rejected_execution_exception"),
        (Fault.UNAVAILABLE, 503, "no_shard_available_action_exception"),
    ],
)
def test_server_may_refuse_everything(
    proxy: FaultProxy, client: HTTPConnection, fault: Fault, status: int, kind: str
) -> None:
    proxy.inject(fault)

    found, body = ask(client)

    assert (found, body["status"], body["error"]["type"]) == (status, status, kind)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("POST", "/nl/_search?size=10", 200),
        ("POST", "/_msearch", 200),
        ("POST", "/_bulk", 403),
        ("PUT", "/nl/_doc/1", 403),
        ("POST", "/_aliases", 403),
    ],
)
def test_read_only_server_refuses_changes(
    proxy: FaultProxy, client: HTTPConnection, method: str, path: str, status: int
) -> None:
    proxy.inject(Fault.READ_ONLY)

    assert ask(client, path, method)[0] == status


def test_shards_may_fail(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.FAILED_SHARDS)

    shards = ask(client)[1]["_shards"]

    assert (shards["total"], shards["successful"], shards["failed"]) == (3, 2, 1)


def test_search_may_run_out_of_time(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.TIMED_OUT)

    assert ask(client)[1]["timed_out"] is True


def test_each_of_several_searches_has_the_fault(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.TIMED_OUT)

    first, second = ask(client, "/_msearch")[1]["responses"]

    assert (first["timed_out"], second["timed_out"]) == (True, True)


def test_server_may_be_of_another_version(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.OTHER_VERSION)

    assert ask(client, "/", "GET")[1]["version"]["number"] == "7.10.2"


def test_server_may_be_another_product(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.inject(Fault.OTHER_PRODUCT)
    client.request("GET", "/")

    assert client.getresponse().getheader(PRODUCT) is None


def test_server_behind_may_be_away_itself(proxy: FaultProxy, client: HTTPConnection) -> None:
    proxy.target = "http://127.0.0.1:9"

    with pytest.raises((ConnectionError, HTTPException)):
        ask(client)


def test_server_behind_may_return_elsewhere(
    proxy: FaultProxy, client: HTTPConnection, stand_in: str
) -> None:
    proxy.target = "http://127.0.0.1:9"
    proxy.inject(Fault.NONE)
    proxy.target = stand_in

    assert ask(client) == (200, FOUND)


@pytest.mark.elasticsearch
@pytest.mark.parametrize(
    ("fault", "product"), [(Fault.NONE, "Elasticsearch"), (Fault.OTHER_PRODUCT, None)]
)
def test_real_server_is_reached_through_it(
    search_url: str, fault: Fault, product: str | None
) -> None:
    with FaultProxy(search_url) as proxy:
        proxy.inject(fault)
        client = HTTPConnection("127.0.0.1", proxy.port, timeout=30)
        client.request("GET", "/")
        answer = client.getresponse()

        assert answer.getheader(PRODUCT) == product
        assert json.loads(answer.read())["tagline"] == "You Know, for Search"
