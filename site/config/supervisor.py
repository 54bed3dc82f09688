"""How server and worker live and end together: started, watched, stopped as one."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 30.0  # Seconds that a process has to end by itself.
INTERVAL = 0.1
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


@dataclass(slots=True)
class Child:
    """A process, and whether another takes its place when it ends."""

    command: Sequence[str]
    is_replaced: bool = False
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start in a session of its own: Ctrl-C must reach only the supervisor."""
        self.process = subprocess.Popen(
            self.command,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 # The supervisor has no threads.
        )

    @property
    def status(self) -> int | None:
        return self.process.poll() if self.process else None

    def send(self, number: int) -> None:
        """Reach the process and all that it started."""
        if self.process:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


class Supervisor:
    """Runs the children until one that is not replaced ends, or a signal says so."""

    def __init__(self, *children: Child) -> None:
        self.children = children
        self.signals = 0

    def run(self, on_tick: Callable[[], object] = lambda: None) -> int:
        for number in STOP_SIGNALS:
            signal.signal(number, self._note)
        try:
            for child in self.children:
                child.start()
            return self._watch(on_tick)
        finally:
            self._end()

    def _note(self, *arguments: Any) -> None:
        self.signals += 1

    def _watch(self, on_tick: Callable[[], object]) -> int:
        while not self.signals:
            for child in self.children:
                if child.status is None:
                    continue
                if not child.is_replaced:
                    return child.status or 1
                time.sleep(1)  # One that dies at once must not keep the machine busy.
                child.start()
            on_tick()
            time.sleep(INTERVAL)
        return 0

    def _end(self) -> None:
        """Ask the children to end; insist after a while, or at the second signal."""
        asked = self.signals
        if asked:
            _tell("Ending server and worker …")
        for child in self.children:
            child.send(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while any(child.process and child.status is None for child in self.children):
            if time.monotonic() > deadline or self.signals > max(asked, 1):
                break
            time.sleep(INTERVAL)
        for child in self.children:
            child.send(signal.SIGKILL)
            if child.process:
                child.process.wait()


def _tell(words: str) -> None:
    """A terminal that was closed reads nothing, and the children must end all the same."""
    with suppress(OSError):
        print(words, flush=True)


def _end_with_parent() -> None:
    """Ask Linux to end this process when the supervisor is killed; other systems do without."""
    if hasattr(LIBC, "prctl"):
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
