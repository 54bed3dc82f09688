"""Serves the gallery of components as the site would, strict policy included."""

from __future__ import annotations

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.utils import translation

from tests.frontend import gallery
from tests.quiet_server import QuietServer

if TYPE_CHECKING:
    from collections.abc import Iterator

SUGGESTIONS = {
    "query": "verh",
    "suggestions": [
        {
            "text": "Verhuizing doorgeven",
            "url": "/service-nl.html",
            "kind": "procedure",
            "lang": "nl",
        },
        {"text": "Moving home", "url": "/service-nl.html", "kind": "topic", "lang": "en"},
    ],
}


class GalleryServer(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if not self.path.startswith("/suggest"):
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(SUGGESTIONS).encode())
        return None

    def end_headers(self) -> None:
        directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        policy = "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())
        self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Keep the test's output to itself."""


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Components speak the active language; these tests read English."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def gallery_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory = tmp_path_factory.mktemp("gallery")
    gallery.write(directory)
    server = QuietServer(partial(GalleryServer, directory=str(directory)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
