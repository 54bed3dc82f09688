"""The web server starts from its configuration file alone, and ends when it is told."""

from __future__ import annotations

import json
import signal
import socket
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from tests.processes import start, wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
    monkeypatch.setenv("HOST", "127.0.0.1")
    monkeypatch.setenv("PORT", str(number))
    monkeypatch.setenv("WEB_CONCURRENCY", "1")
    return number


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[str]]:
    process = start("-m", "gunicorn")
    yield process
    process.terminate()
    process.communicate()


def health(port: int, name: str = "127.0.0.1") -> dict[str, Any]:
    try:
        with urllib.request.urlopen(f"http://{name}:{port}/health/", timeout=5) as response:
            return json.load(response)
    except urllib.error.URLError:
        return {}


def test_server_answers_and_ends(server: subprocess.Popen[str], port: int) -> None:
    wait_until(lambda: health(port).get("status") == "ok")

    server.send_signal(signal.SIGTERM)

    assert server.wait(timeout=20) == 0


@pytest.mark.skipif(not has_ipv6(), reason="this machine speaks no IPv6")
def test_server_answers_at_an_address_of_ipv6(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "::1")
    server = start("-m", "gunicorn", settings_module="config.settings.development")

    try:
        wait_until(lambda: health(port, "[::1]").get("status") == "ok")
    finally:
        server.terminate()
        server.communicate()
