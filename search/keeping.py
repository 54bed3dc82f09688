"""What does a process keep of what search editors wrote, and for how long?

Each process looks it up anew at most `SECONDS` after it did so last: what is saved counts in all
processes within that time, and a search seldom waits for the database.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 20.0

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What is made for each language, kept for a while."""

    everything: ClassVar[list[Kept[Any]]] = []

    def __init__(self, make: Callable[[str], Made]) -> None:
        self._make = make
        self._made: dict[str, tuple[float, Made]] = {}
        self.everything.append(self)

    def of(self, language: str) -> Made:
        """Return what was made for a language, made anew where it is too old."""
        now = monotonic()
        made_at, made = self._made.get(language, (0.0, None))
        if made is None or now - made_at >= SECONDS:
            made = self._make(language)
            self._made[language] = (now, made)
        return made

    def forget(self) -> None:
        self._made.clear()


def forget() -> None:
    """Look everything up anew when it is asked for next."""
    for kept in Kept.everything:
        kept.forget()
