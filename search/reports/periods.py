"""Which days does a report speak of, and which ones does it compare them with?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, inclusive."""

    first: date
    last: date

    @property
    def before(self) -> Period:
        """The days just before, as many."""
        length = self.last - self.first + timedelta(days=1)
        return Period(self.first - length, self.last - length)


def until(last: date, *, days: int) -> Period:
    return Period(last - timedelta(days=days - 1), last)
