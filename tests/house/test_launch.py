"""`make run`: what it checks, and how it ends what it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import manage
from config import launch, preflight
from tests.processes import ROOT, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUPERVISED = """
import sys
from config.supervisor import Child, Supervisor

def child(name, *arguments):
    return Child([sys.executable, sys.argv[1], sys.argv[2], name], *arguments)

sys.exit(Supervisor(child("server"), child("worker", True)).run())
"""
CHILD = """
import os, pathlib, signal, subprocess, sys
directory, name = pathlib.Path(sys.argv[1]), sys.argv[2]
grandchild = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
signal.signal(signal.SIGTERM, lambda *ignored: (grandchild.terminate(), sys.exit(0)))
note = pathlib.Path(directory, f"{name}.new")
note.write_text(f"{os.getpid()} {grandchild.pid}")
note.replace(directory / name)  # Nobody reads half of it.
signal.pause()
"""


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start a supervisor whose children note their process numbers in files."""
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    with (tmp_path / "told").open("w") as told:
        process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISED, script, tmp_path],
            env={**os.environ, "PYTHONPATH": str(ROOT / "site")},
            stdout=told,
        )
    wait_until(lambda: len(numbers(tmp_path)) == 4)
    yield process
    process.kill()
    process.wait()


def numbers(directory: Path) -> list[int]:
    files = [directory / "server", directory / "worker"]
    return [int(number) for file in files if file.exists() for number in file.read_text().split()]


def is_running(number: int) -> bool:
    """A zombie has ended, although nobody has asked for its status yet."""
    try:
        with open(f"/proc/{number}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_everything(
    supervisor: subprocess.Popen[bytes], tmp_path: Path, number: int
) -> None:
    supervisor.send_signal(number)

    assert supervisor.wait(timeout=20) == 0
    assert not any(is_running(child) for child in numbers(tmp_path))


def test_end_is_told_at_once(supervisor: subprocess.Popen[bytes], tmp_path: Path) -> None:
    supervisor.send_signal(signal.SIGINT)
    supervisor.wait(timeout=20)

    assert (tmp_path / "told").read_text() == "Ending server and worker …\n"


@pytest.mark.fault
def test_killed_supervisor_takes_its_children_along(
    supervisor: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    supervisor.kill()

    wait_until(lambda: not any(is_running(child) for child in numbers(tmp_path)))


@pytest.mark.fault
def test_killed_worker_is_replaced(supervisor: subprocess.Popen[bytes], tmp_path: Path) -> None:
    first, grandchild = (int(number) for number in (tmp_path / "worker").read_text().split())

    os.kill(first, signal.SIGKILL)
    os.kill(grandchild, signal.SIGKILL)

    wait_until(lambda: numbers(tmp_path)[2] != first)


@pytest.mark.fault
def test_killed_server_ends_everything(supervisor: subprocess.Popen[bytes], tmp_path: Path) -> None:
    os.kill(numbers(tmp_path)[0], signal.SIGKILL)

    assert supervisor.wait(timeout=20) != 0
    assert not any(is_running(child) for child in numbers(tmp_path))


@pytest.fixture
def busy_port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        monkeypatch.setenv("HOST", "127.0.0.1")
        monkeypatch.setenv("PORT", str(port))
        yield port


def test_busy_port_is_named(busy_port: int) -> None:
    assert f"Port {busy_port} on 127.0.0.1 is busy." in str(preflight.port_problem())


@pytest.mark.usefixtures("busy_port")
def test_busy_port_ends_the_run_before_anything_else() -> None:
    # Below another make it would name the folder.
    command = ["make", "--no-print-directory", "run"]
    result = subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )

    assert result.returncode != 0
    assert "is busy" in result.stderr
    assert result.stdout == ""


def test_busy_port_of_the_file_is_named(
    busy_port: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Any
) -> None:
    monkeypatch.delenv("PORT")
    monkeypatch.setattr(preflight, "ROOT", tmp_path)
    (tmp_path / ".env").write_text(f"PORT={busy_port}\n")

    assert preflight.main() == 1
    assert f"Port {busy_port} on 127.0.0.1 is busy." in capsys.readouterr().err


def test_free_port_is_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))

    assert preflight.port_problem() is None


@pytest.mark.parametrize("port", ["", "http", "0", "65536", "-1"])
def test_port_must_be_a_port(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)

    assert "is not a port" in str(preflight.port_problem())


def test_missing_system_package_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    assert "apt-get install python3-venv" in str(preflight.python_problem())


@pytest.mark.parametrize(
    ("line", "level"), [("LOG_LEVEL=DEBUG", "DEBUG"), ("SITE_COUNTRY=NL", "WARNING")]
)
def test_file_wins_over_what_a_run_sets_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, level: str
) -> None:
    monkeypatch.setattr("os.environ", {})
    monkeypatch.setattr("environ.Env.ENVIRON", os.environ)
    (tmp_path / ".env").write_text(f"{line}\n")

    launch.read_settings(tmp_path / ".env")

    assert os.environ["LOG_LEVEL"] == level


def interrupt(*arguments: object) -> None:
    raise KeyboardInterrupt


def test_interrupted_preparation_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "read_settings", lambda file: None)
    monkeypatch.setattr(launch, "prepare", interrupt)

    assert launch.main() == 130


def test_interrupted_command_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.core.management.execute_from_command_line", interrupt)

    with pytest.raises(SystemExit, match="130"):
        manage.main()
