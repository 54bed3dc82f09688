"""Events wait in files until the worker counts them; whatever happens to a file, readers search."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from search.counting import spool as module
from search.counting.spool import Spool, settled_files


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path / "search-events"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_000_000.0]
    monkeypatch.setattr(module.time, "time", lambda: now[0])
    return now


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.jsonl"))


def test_a_line_is_in_the_file_at_once(folder: Path) -> None:
    Spool().append(b"one\n")

    assert [path.read_bytes() for path in files(folder)] == [b"one\n"]


def test_only_the_owner_reads_the_files(folder: Path) -> None:
    Spool().append(b"one\n")

    assert stat.S_IMODE(files(folder)[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_takes_events_for_ten_seconds(folder: Path, clock: list[float]) -> None:
    spool = Spool()
    spool.append(b"one\n")
    clock[0] += 9.9
    spool.append(b"two\n")
    clock[0] += 0.2
    spool.append(b"three\n")

    assert [path.read_bytes() for path in files(folder)] == [b"one\ntwo\n", b"three\n"]


def test_the_worker_takes_no_file_that_somebody_writes_to(folder: Path, clock: list[float]) -> None:
    Spool().append(b"one\n")

    assert settled_files(at=clock[0] + 14.9) == []
    assert settled_files(at=clock[0] + 15.1) == files(folder)


def test_a_full_file_is_followed_by_another(
    folder: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE", 10)
    spool = Spool()

    spool.append(b"123456\n")
    spool.append(b"123456\n")

    assert len(files(folder)) == 2


def test_nothing_is_added_to_a_folder_that_nobody_empties(
    folder: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FOLDER", 3)
    Spool().append(b"123456\n")

    Spool().append(b"123456\n")

    assert len(files(folder)) == 1


def test_a_closed_folder_loses_the_line_and_nothing_else(settings: Any) -> None:
    settings.VAR_DIR = Path("/dev/null")

    Spool().append(b"one\n")


def test_a_full_disk_loses_the_line_and_nothing_else(
    folder: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool()
    monkeypatch.setattr(module.os, "write", lambda file, line: 2)
    spool.append(b"one\n")
    monkeypatch.undo()
    clock[0] = module.time.time() + 11
    spool.append(b"two\n")

    assert files(folder)[-1].read_bytes() == b"two\n"


def test_after_a_failure_nothing_is_tried_for_a_while(
    folder: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool()
    monkeypatch.setattr(module.os, "write", lambda file, line: 2)

    spool.append(b"one\n")
    spool.append(b"two\n")

    assert len(files(folder)) == 1


def test_threads_share_a_file_without_mixing_lines(folder: Path) -> None:
    spool = Spool()
    lines = [f"{n:02d}".encode() * 50 + b"\n" for n in range(40)]

    with ThreadPoolExecutor(max_workers=8) as threads:
        deque(threads.map(spool.append, lines), maxlen=0)

    assert sorted(files(folder)[0].read_bytes().splitlines(keepends=True)) == lines


def test_a_forked_process_has_a_file_of_its_own(folder: Path) -> None:
    module.spool.renew()
    module.spool.append(b"parent\n")

    if not (child := os.fork()):
        module.spool.append(b"child\n")
        os._exit(0)
    os.waitpid(child, 0)

    assert {path.read_bytes() for path in files(folder)} == {b"parent\n", b"child\n"}


@pytest.mark.fault
def test_a_killed_process_loses_nothing(folder: Path, tmp_path: Path) -> None:
    writing = (
        "import django, time; django.setup()\n"
        "from search.counting.spool import spool\n"
        "[spool.append(b'x\\n') for n in range(100)]; print('written', flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "TEST_VAR_DIR": str(tmp_path), "PYTHONPATH": "site:."}
    command = [sys.executable, "-c", writing]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        process.kill()

    assert sum(path.read_bytes().count(b"x\n") for path in files(folder)) == 100


def test_an_event_costs_little(folder: Path) -> None:
    spool = Spool()
    began = time.process_time()

    deque(map(spool.append, [b'{"kind": "search", "query": "rijbewijs"}\n'] * 1000), maxlen=0)

    assert time.process_time() - began < 0.5
