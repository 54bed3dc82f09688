"""How do two runs at once do the same thing one after the other?"""

from __future__ import annotations

import fcntl
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock of this file; whoever ends, in whatever way, lets go of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another run that prepares Elasticsearch …", file=sys.stderr)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
