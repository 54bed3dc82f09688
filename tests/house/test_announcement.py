"""`make run` tells where the site is, and who can log in."""

from __future__ import annotations

import http.server
import threading
from typing import TYPE_CHECKING

from config import launch

if TYPE_CHECKING:
    import pytest


def test_announcement_gives_addresses_and_log_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "0.0.0.0")  # noqa: S104
    monkeypatch.setenv("PORT", "8123")
    monkeypatch.setenv("DEMO_CONTENT", "on")

    words = launch.Announcement().words()

    assert "http://127.0.0.1:8123/admin/" in words
    assert "translator-de" in words


def test_announcement_without_demo_says_how_to_make_a_log_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DEMO_CONTENT", "off")

    words = launch.Announcement().words()

    assert "manage.py createsuperuser" in words
    assert launch.PASSWORD not in words


def test_announcement_writes_an_address_of_ipv6_in_brackets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOST", "::1")
    monkeypatch.setenv("PORT", "8123")

    assert "http://[::1]:8123/admin/" in launch.Announcement().words()


def test_announcement_asks_the_server_past_a_proxy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with http.server.HTTPServer(("127.0.0.1", 0), Healthy) as server:
        monkeypatch.setenv("PORT", str(server.server_port))
        threading.Thread(target=server.handle_request, daemon=True).start()

        launch.Announcement().make_once()

    assert "The site:" in capsys.readouterr().out


class Healthy(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
