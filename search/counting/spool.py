"""Where do events wait until the worker counts them?

No request writes to the database. Each process of the web server appends to a file of its own, a
line at once, so that nothing is lost when it is killed. A file takes events for ten seconds; the
worker takes it in when nobody writes to it any more, which its name tells. Files are read by their
owner only. A disk that is full or closed loses counts, never an answer.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from pathlib import Path
from threading import Lock

from django.conf import settings

logger = logging.getLogger(__name__)

SECONDS_OPEN = 10.0
SECONDS_OF_GRACE = 5.0  # For a thread that was held up between two lines of `append`.
LARGEST_FILE = 256 * 1024  # It is taken in within one transaction, for which others wait.
LARGEST_FOLDER = 64 * 1024 * 1024
SUFFIX = ".jsonl"


class Spool:
    """The file to which this process appends."""

    def __init__(self) -> None:
        self._file: int | None = None
        self.renew()

    def renew(self) -> None:
        """Begin a new file; a process that was forked must share neither file nor closed lock."""
        self._close()
        self._lock = Lock()
        self._open_until = 0.0
        self._room = 0

    def append(self, line: bytes) -> None:
        """Append a line; where that is impossible, it is lost."""
        with self._lock:
            try:
                self._change_files(len(line))
                self._write(line)
            except OSError as error:
                logger.warning("Searches are not counted: %s", error)
                self._close()

    def _change_files(self, length: int) -> None:
        now = time.time()
        if now < self._open_until and (self._file is None or length <= self._room):
            return
        self._close()
        self._open_until = now + SECONDS_OPEN  # Also how long nothing is tried after a failure.
        self._file = _open_file(folder(), now)
        self._room = LARGEST_FILE

    def _write(self, line: bytes) -> None:
        """What a full disk takes a part of would spoil the line behind it."""
        if self._file is None:
            return
        written = os.write(self._file, line)
        self._room -= written
        if written < len(line):
            raise OSError("the disk is full")

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file)
        self._file = None


def folder() -> Path:
    return Path(settings.VAR_DIR) / "search-events"


def settled_files(*, at: float) -> list[Path]:
    """Return the files that nobody writes to any more, the oldest first; `at` in Unix seconds."""
    latest = at - SECONDS_OPEN - SECONDS_OF_GRACE
    return [path for path in sorted(folder().glob(f"*{SUFFIX}")) if opened_at(path) <= latest]


def opened_at(path: Path) -> float:
    """Return when a file was begun, in Unix seconds; what is none of ours is of long ago."""
    seconds = path.name.split("-")[0]
    return float(seconds) if seconds.isdecimal() else 0.0


def _open_file(where: Path, now: float) -> int:
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sum(path.stat().st_size for path in where.glob(f"*{SUFFIX}")) > LARGEST_FOLDER:
        raise OSError("too much waits for the worker")
    name = f"{int(now):010d}-{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
    return os.open(where / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)


spool = Spool()
os.register_at_fork(after_in_child=spool.renew)
