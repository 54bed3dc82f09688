"""How long something takes, by the wall's clock and by the processor's, and what it asks."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(slots=True)
class Taken:
    """Seconds that something took."""

    wall: float = 0.0
    processor: float = 0.0


@contextmanager
def watch() -> Iterator[Taken]:
    taken = Taken()
    wall, processor = time.perf_counter(), time.process_time()
    yield taken
    taken.wall, taken.processor = time.perf_counter() - wall, time.process_time() - processor


@dataclass(slots=True)
class Statements:
    """The SQL that passed, in its order."""

    sql: list[str] = field(default_factory=list)

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        self.sql.append(sql)
        return execute(sql, params, many, context)

    @property
    def writes(self) -> list[str]:
        return [sql for sql in self.sql if not sql.lstrip().upper().startswith("SELECT")]


@contextmanager
def statements() -> Iterator[Statements]:
    seen = Statements()
    with connection.execute_wrapper(seen):
        yield seen


def percentile(values: list[float], share: float) -> float:
    """The value that this share of all values does not exceed."""
    return sorted(values)[max(0, round(share * len(values)) - 1)]
