"""Tasks that only the tests of the queue run."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from django_tasks import task


@task()
def write_line(path: str, line: str) -> None:
    with Path(path).open("a") as file:
        file.write(f"{line}\n")


@task()
def fail(path: str) -> None:
    write_line.func(path, "tried")
    raise ValueError("this task always fails")


@task()
def fail_once(path: str) -> None:
    is_first = not Path(path).exists()
    write_line.func(path, "tried")
    if is_first:
        raise ValueError("this task fails once")


@task()
def kill_own_worker_once(path: str) -> None:
    is_first = not Path(path).exists()
    write_line.func(path, "tried")
    if is_first:
        os.kill(os.getpid(), signal.SIGKILL)


@task()
def last_until_told(path: str, told: str) -> None:
    write_line.func(path, "started")
    while not Path(told).exists():
        time.sleep(0.02)
    write_line.func(path, "ended")


@task()
def hang(path: str) -> None:
    """Hang in the first attempt."""
    is_first = not Path(path).exists()
    write_line.func(path, "tried")
    while is_first:
        time.sleep(0.02)
