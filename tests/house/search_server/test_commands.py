"""`make elasticsearch` and `make test`: what they print, and how they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.processes import ROOT, wait_until

if TYPE_CHECKING:
    from pathlib import Path

TELL = "import os; print(os.environ['TEST_SEARCH_URL'] or 'none')"
WAIT = "import pathlib, signal, sys; pathlib.Path(sys.argv[1]).touch(); signal.pause()"


def start(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "config.elasticsearch_server", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "site", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_address_is_the_last_line(given_server: str) -> None:
    told, _errors = start("start", SEARCH_URL=given_server).communicate()

    assert told.splitlines()[-1] == f"SEARCH_URL={given_server}"


def test_bare_machine_gets_no_server() -> None:
    process = start("start")
    told, errors = process.communicate()

    assert (process.returncode, told) == (1, "")
    assert "apt-get install openjdk-17-jre-headless maven" in errors


def test_command_learns_the_address(given_server: str) -> None:
    process = start("run", sys.executable, "-c", TELL, SEARCH_URL=given_server)

    assert process.communicate()[0] == f"{given_server}\n"


def test_address_that_is_lent_already_stays() -> None:
    process = start("run", sys.executable, "-c", TELL, TEST_SEARCH_URL="http://127.0.0.1:9")

    assert process.communicate() == ("http://127.0.0.1:9\n", "")


def test_command_runs_without_a_server_after_one_line() -> None:
    told, errors = start("run", sys.executable, "-c", TELL).communicate()

    assert told == "none\n"
    assert errors.startswith("Tests of Elasticsearch have no server.")
    assert len(errors.splitlines()) == 1


def test_status_of_the_command_is_passed_on() -> None:
    assert start("run", sys.executable, "-c", "raise SystemExit(5)").wait(timeout=20) == 5


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_the_command(tmp_path: Path, number: int) -> None:
    process = start("run", sys.executable, "-c", WAIT, str(tmp_path / "begun"))
    wait_until((tmp_path / "begun").exists)

    process.send_signal(number)

    assert process.wait(timeout=20) == 128 + number


def test_unknown_verb_explains_the_known_ones() -> None:
    process = start("begin")

    assert "config.elasticsearch_server start" in process.communicate()[1]
    assert process.returncode == 2
