"""How often does a file of events say what?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from search.counting.events import Clicked, Searched, read
from search.phrases import LONGEST_PHRASE, normal_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID


class Asked(NamedTuple):
    """A question, by what makes it the same question."""

    language: str
    normal_form: str


@dataclass(slots=True)
class Counts:
    """Of a question on a day."""

    asked: int = 0
    without_results: int = 0
    clicked: int = 0


@dataclass(slots=True)
class Tally:
    """All counts of a file, and each question as it was typed last."""

    texts: dict[Asked, str] = field(default_factory=dict)
    days: dict[tuple[Asked, date], Counts] = field(default_factory=lambda: defaultdict(Counts))
    clicks: dict[tuple[Asked, date, int, UUID], int] = field(
        default_factory=lambda: defaultdict(int)
    )

    def add(self, event: Searched | Clicked) -> None:
        asked = Asked(event.language, normal_phrase(event.query)[:LONGEST_PHRASE])
        counts = self.days[asked, event.on]
        if isinstance(event, Clicked):
            counts.clicked += 1
            self.clicks[asked, event.on, event.position, event.page] += 1
            return
        self.texts[asked] = event.query
        counts.asked += 1
        counts.without_results += not event.total


def tally(lines: Iterable[bytes]) -> Tally:
    """Count the events of a file; lines that are none are left out."""
    counted = Tally()
    for line in lines:
        if event := read(line):
            counted.add(event)
    return counted
