"""Where does the embedded index lie, and which generation of it is in use?

    <SEARCH_INDEX_DIR>/current                    the name of the generation in use
    <SEARCH_INDEX_DIR>/generations/<name>/<lang>/ one tantivy index per language
    <SEARCH_INDEX_DIR>/generations/<name>/vocabulary/<lang>/ its words, see `search.vocabulary`
    <SEARCH_INDEX_DIR>/generations/<name>/generation.json
    <SEARCH_INDEX_DIR>/*.lock                     who may write

A generation is complete before `current` names it, and `current` is replaced by renaming, so a
reader sees the old one or the new one, never neither. The generation before the current one is
kept for readers that have just looked; older ones are deleted.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
import uuid
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from search.engines import WriterBusyError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS_BETWEEN_TRIES = 0.1


class Generations:
    """The directory of an embedded index."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.pointer = directory / "current"

    def current(self) -> str | None:
        """Return the name of the generation in use."""
        try:
            return self.pointer.read_text(encoding="ascii").strip() or None
        except FileNotFoundError:
            return None

    def stamp(self) -> tuple[int, int] | None:
        """Return what changes whenever another generation comes into use."""
        return stamp_of(self.pointer)

    def path(self, name: str) -> Path:
        return self.directory / "generations" / name

    def new_name(self) -> str:
        return uuid.uuid4().hex

    def describe(self, name: str, description: dict[str, Any]) -> None:
        """Write down what a generation was made with."""
        (self.path(name) / "generation.json").write_text(json.dumps(description, indent=1))

    def description(self, name: str) -> dict[str, Any]:
        """Return what a generation was made with; nothing where that cannot be read."""
        try:
            return dict(json.loads((self.path(name) / "generation.json").read_text()))
        except (OSError, ValueError):
            return {}

    def use(self, name: str) -> None:
        """Put a generation into use, and delete those that no reader can still be opening."""
        before = self.current()
        written = self.directory / f"current.{os.getpid()}"
        written.write_text(name, encoding="ascii")
        written.replace(self.pointer)
        self._delete_all_but({name, before})

    def discard(self, name: str) -> None:
        shutil.rmtree(self.path(name), ignore_errors=True)

    @contextmanager
    def lock(self, name: str, patience: float = 0) -> Iterator[None]:
        """Hold one of the locks, or raise `WriterBusyError` when patience (in seconds) ends."""
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / f"{name}.lock").open("a") as file:
            _acquire(file, time.monotonic() + patience)
            yield

    def _delete_all_but(self, kept: set[str | None]) -> None:
        for path in (self.directory / "generations").iterdir():
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def vocabulary_folder(generation: Path, language: str) -> Path:
    """Return where the words of a generation's language lie."""
    return generation / "vocabulary" / language


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return what changes whenever a file is replaced; None where there is none."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_mtime_ns


def _acquire(file: IO[str], deadline: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise WriterBusyError(file.name) from error
            time.sleep(SECONDS_BETWEEN_TRIES)
        else:
            return
