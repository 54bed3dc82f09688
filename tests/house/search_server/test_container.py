"""Where a Docker engine answers, the search server is a container of the official image."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.elasticsearch_server import container
from config.elasticsearch_server.answering import UnavailableError
from tests.house.search_server.conftest import write_program

if TYPE_CHECKING:
    from pathlib import Path

DOCKER = """
import pathlib, sys
with pathlib.Path({log!r}).open("a") as log:
    log.write(" ".join(sys.argv[1:]) + chr(10))
answers = {{"version": "28.2.2", "run": "4f2a", "port": {address!r}, "inspect": "true", "rm": ""}}
print(answers[sys.argv[1]])
"""


@pytest.fixture
def log(given_server: str, tmp_path: Path) -> Path:
    """Let Docker's container be a server that answers; return what Docker was asked."""
    log = tmp_path / "docker.log"
    address = given_server.removeprefix("http://")
    write_program(tmp_path / "bin" / "docker", DOCKER.format(log=str(log), address=address))
    return log


@pytest.mark.usefixtures("log")
def test_engine_that_answers_is_used() -> None:
    assert container.engine_answers()


def test_machine_without_docker_has_no_engine() -> None:
    assert not container.engine_answers()


def test_engine_that_does_not_run_is_none(tmp_path: Path) -> None:
    write_program(tmp_path / "bin" / "docker", "raise SystemExit('Cannot connect')")

    assert not container.engine_answers()


def test_container_is_bound_to_this_machine(log: Path, given_server: str) -> None:
    server = container.start()

    assert server == container.ServerContainer(given_server, "4f2a")
    assert "run --detach --publish=127.0.0.1::9200" in log.read_text()
    assert "elasticsearch:8.19.13\n" in log.read_text()


def test_container_is_removed_by_its_own_number(log: Path) -> None:
    container.start().stop()

    assert log.read_text().splitlines()[-1] == "rm --force --volumes 4f2a"


def test_refusal_of_docker_is_told(tmp_path: Path) -> None:
    write_program(tmp_path / "bin" / "docker", "raise SystemExit('no space left')")

    with pytest.raises(UnavailableError, match="Docker refused: no space left"):
        container.start()
