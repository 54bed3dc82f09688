"""The web server starts from its configuration file alone, and ends when it is told."""

from __future__ import annotations

import json
import signal
import socket
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from search.operations import rebuild_index
from tests import factories
from tests.processes import start, wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.fixtures import Settings

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


@pytest.fixture
def index(settings: Settings, tmp_path: Path) -> None:
    """Build the index of an empty site where the server looks for it."""
    settings.VAR_DIR = tmp_path
    settings.SEARCH_INDEX_DIR = tmp_path / "search-index"
    factories.site_tree()
    rebuild_index()


def kind_of_answer(port: int, **parameters: str) -> str:
    address = f"http://127.0.0.1:{port}/nl/search/?{urlencode(parameters)}"
    with urllib.request.urlopen(address, timeout=20) as response:
        return str(response.headers.get_content_type())


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


@pytest.mark.usefixtures("index", "server")
def test_search_for_five_thousand_words_is_answered(port: int) -> None:
    wait_until(lambda: health(port).get("status") == "ok")

    assert kind_of_answer(port, q="διεύθυνση " * 5000) == "text/html"
    assert kind_of_answer(port, q="x" * 10_240, format="json") == "application/json"


@pytest.mark.usefixtures("server")
def test_endless_address_is_refused(port: int) -> None:
    wait_until(lambda: health(port).get("status") == "ok")

    with pytest.raises(urllib.error.HTTPError, match="414"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/?q={'x' * 525_000}", timeout=20)


@pytest.mark.skipif(not has_ipv6(), reason="this machine speaks no IPv6")
def test_server_answers_at_an_address_of_ipv6(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "::1")
    server = start("-m", "gunicorn", settings_module="config.settings.development")

    try:
        wait_until(lambda: health(port, "[::1]").get("status") == "ok")
    finally:
        server.terminate()
        server.communicate()
