"""The search server runs as a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from config.elasticsearch_server import process
from config.elasticsearch_server.answering import UnavailableError, answers
from tests.house.search_server.conftest import write_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.elasticsearch_server.process import ServerProcess


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "unpacked" / "config").mkdir(parents=True)
    return tmp_path / "unpacked"


@pytest.fixture
def server(home: Path, java: Path) -> Iterator[ServerProcess]:
    server = process.start(home, java)
    yield server
    server.stop()


def test_started_server_answers(server: ServerProcess) -> None:
    assert answers(server.url)
    assert server.is_running()


def test_server_keeps_to_this_machine(server: ServerProcess) -> None:
    settings = Path(server.folder, "home", "config", "elasticsearch.yml").read_text().splitlines()

    assert "network.host: 127.0.0.1" in settings
    assert f"path.data: {server.folder}/data" in settings


def test_memory_is_bounded(server: ServerProcess) -> None:
    assert "-Xmx1g" in Path(server.folder, "home", "config", "jvm.options").read_text()


def test_options_of_the_environment_are_javas(
    home: Path, java: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ES_JAVA_OPTS", "-XX:TieredStopAtLevel=1")

    server = process.start(home, java)

    assert Path(server.folder, "logs", "options").read_text() == "-XX:TieredStopAtLevel=1"
    server.stop()


@pytest.mark.usefixtures("server")
def test_unpacked_server_stays_as_it_was(home: Path) -> None:
    assert list((home / "config").iterdir()) == []


def test_stopped_server_leaves_nothing(server: ServerProcess) -> None:
    server.stop()

    assert not server.is_running()
    assert not answers(server.url)
    assert not Path(server.folder).exists()


def test_killed_server_starts_again_on_what_it_has_stored(
    server: ServerProcess, java: Path
) -> None:
    stored = Path(server.folder, "stored")
    stored.touch()
    server.kill()

    again = process.launch(Path(server.folder), java)

    assert stored.exists()
    assert answers(again.url)
    again.stop()


def test_other_program_of_the_same_number_is_not_ended(tmp_path: Path) -> None:
    noted = process.ServerProcess("http://127.0.0.1:9", os.getpid(), str(tmp_path / "of-ours"))

    noted.stop()

    assert not noted.is_running()


def test_deaf_server_is_killed(server: ServerProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS_TO_END", 0)
    os.kill(server.pid, signal.SIGSTOP)

    server.stop()

    assert not server.is_running()


def test_server_that_does_not_start_leaves_its_words(home: Path, tmp_path: Path) -> None:
    write_program(tmp_path / "bad" / "bin" / "java", "raise SystemExit('not enough memory')")

    with pytest.raises(UnavailableError, match="not enough memory"):
        process.start(home, tmp_path / "bad")


def test_missing_java_is_named_with_its_command() -> None:
    with pytest.raises(UnavailableError, match="apt-get install openjdk-17-jre-headless maven"):
        process.java_home()
