"""When is a server asked again that did not answer?

After a few failures in a row it is left alone. Then, every few seconds, one question is let through
as a probe; the first that is answered opens the way for all. Each process finds out by itself.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

MOST_FAILURES = 3
SECONDS_BETWEEN_PROBES = 10.0


class Breaker:
    """Counts failures in a row; threads may share it. The clock gives seconds."""

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._next_probe_at = 0.0

    @property
    def is_open(self) -> bool:
        """Say whether the server is left alone, except by probes."""
        return self._failures >= MOST_FAILURES

    def allows(self) -> bool:
        """Say whether to ask now; whoever is let through tells `succeeded` or `failed`."""
        with self._lock:
            if not self.is_open:
                return True
            if self._clock() < self._next_probe_at:
                return False
            self._await_next_probe()
            return True

    def succeeded(self) -> int:
        """Forget the failures in a row, and return how many there were."""
        with self._lock:
            if self.is_open:
                logger.warning("%s answers again", self._name)
            forgotten, self._failures = self._failures, 0
            return forgotten

    def failed(self, reason: object, forgotten: int = 0) -> None:
        """Count a failure, and those that were forgotten too early.

        The reason is logged once, not at every probe.
        """
        with self._lock:
            was_open = self.is_open
            self._failures += forgotten + 1
            if self.is_open and not was_open:
                logger.error("%s is left alone for now: %s", self._name, reason)
            self._await_next_probe()

    def _await_next_probe(self) -> None:
        self._next_probe_at = self._clock() + SECONDS_BETWEEN_PROBES
