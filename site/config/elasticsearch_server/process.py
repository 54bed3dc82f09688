"""How does the unpacked server live as a process: started, found, ended, killed, started again?

It runs from a copy in a folder of its own, with all that it writes: the cache stays as it was
unpacked, and is not open to the user that root lends the server.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from config.elasticsearch_server.answering import (
    INTERVAL,
    SECONDS_TO_START,
    UnavailableError,
    wait_until_answers,
)
from config.elasticsearch_server.launcher import spawn

SECONDS_TO_END = 30.0


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """The server's launcher, whose process group the server belongs to, and its folder."""

    url: str
    pid: int
    folder: str

    def is_running(self) -> bool:
        """Another program may have got the number since: ours works in its folder."""
        return _runs(self.pid, self.folder)

    def stop(self) -> None:
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def end(self) -> None:
        """Ask the server to end, and insist after a while; what it has stored stays."""
        _end(self.pid, self.folder)

    def kill(self) -> None:
        """Kill launcher and server, as a failing machine would; what it has stored stays."""
        _signal(self.pid, self.folder, signal.SIGKILL)
        while self.is_running():
            time.sleep(INTERVAL)


def java_home() -> Path:
    """Return where Java is; the server does not ask the path."""
    found = os.environ.get("JAVA_HOME")
    java = Path(found, "bin", "java") if found else Path(shutil.which("java") or "")
    if not java.is_file():
        raise UnavailableError(
            "Neither Docker nor Java is there: apt-get install openjdk-17-jre-headless maven"
        )
    return java.resolve().parents[1]


def start(home: Path, java: Path) -> ServerProcess:
    """Start a new server from a copy of this folder; return it when it answers."""
    folder = Path(tempfile.mkdtemp(prefix="portolan-elasticsearch-")).resolve()
    try:
        shutil.copytree(home, folder / "home")
        (folder / "tmp").mkdir()
        return launch(folder, java)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def launch(folder: Path, java: Path, *, port: int = 0) -> ServerProcess:
    """Start the server of this folder on a port, 0 being any free one, and wait for its answer.

    It finds what it has stored there before. Raise UnavailableError where it does not start.
    """
    print("Starting Elasticsearch …", file=sys.stderr)
    ports = folder / "logs" / "http.ports"
    ports.unlink(missing_ok=True)
    pid = spawn(folder, java, port)
    try:
        url = f"http://{_read_address(ports, pid, folder)}"
        server = ServerProcess(url, pid, str(folder))
        wait_until_answers(url, is_running=server.is_running, seconds=SECONDS_TO_START)
    except BaseException:
        _end(pid, str(folder))
        raise
    return server


def _read_address(ports: Path, pid: int, folder: Path) -> str:
    """Wait until the server has written down its port, and return it with its host."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not (ports.exists() and (lines := ports.read_text().split())):
        if not _runs(pid, str(folder)) or time.monotonic() > deadline:
            raise UnavailableError(f"Elasticsearch did not start:\n{_last_words(folder)}")
        time.sleep(INTERVAL)
    return lines[0]


def _last_words(folder: Path) -> str:
    lines = (folder / "console.log").read_text(errors="replace").splitlines()
    return "\n".join(lines[-20:])


def _end(pid: int, folder: str) -> None:
    _signal(pid, folder, signal.SIGTERM)
    deadline = time.monotonic() + SECONDS_TO_END
    while _runs(pid, folder):
        if time.monotonic() > deadline:
            _signal(pid, folder, signal.SIGKILL)
        time.sleep(INTERVAL)


def _signal(pid: int, folder: str, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        if _runs(pid, folder):
            os.killpg(pid, number)


def _runs(pid: int, folder: str) -> bool:
    try:
        return os.readlink(f"/proc/{pid}/cwd").startswith(folder)
    except OSError:
        return False
