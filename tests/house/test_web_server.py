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


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[str]]:
    process = start("-m", "gunicorn")
    yield process
    process.terminate()
    process.communicate()


def health(port: int) -> dict[str, Any]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5) as response:
            return json.load(response)
    except urllib.error.URLError:
        return {}


def test_server_answers_and_ends(server: subprocess.Popen[str], port: int) -> None:
    wait_until(lambda: health(port).get("status") == "ok")

    server.send_signal(signal.SIGTERM)

    assert server.wait(timeout=20) == 0
