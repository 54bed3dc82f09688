"""What is noted when somebody searches, or chooses a result?

A search is noted once: its first page, without filters, asked by what seems to be a browser with a
person before it. Nothing is noted of the person: no address, no cookie, no device.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.utils import timezone

from search.counting.private import without_personal_data
from search.counting.spool import spool
from search.phrases import LONGEST_PHRASE, normal_phrase
from services.language.normal_form import printable

if TYPE_CHECKING:
    from django.http import HttpRequest

    from search.searching import Answer

LAST_POSITION = 1_000
_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|curl|wget|python|java/|monitor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Searched:
    """A question was answered with so many results."""

    language: str
    query: str
    on: date
    total: int

    kind: ClassVar[str] = "search"


@dataclass(frozen=True, slots=True)
class Clicked:
    """Of a question's results the one at a position, counted from 1, was chosen."""

    language: str
    query: str
    on: date
    position: int
    page: UUID

    kind: ClassVar[str] = "click"


def note_search(request: HttpRequest, answer: Answer) -> None:
    """Note that a reader was answered; costs a line in a file."""
    is_first = answer.page == 1 and not (answer.selection or answer.selection.by_title)
    if is_first and answer.question.words and is_by_a_reader(request):
        question = answer.question
        _note(Searched(question.language, question.text, timezone.localdate(), answer.total))


def note_click(language: str, query: str, position: str, page: str) -> None:
    """Note which result was chosen; what cannot be true is dropped."""
    if not (position.isascii() and position.isdigit() and len(position) <= len(str(LAST_POSITION))):
        return
    try:
        key = UUID(page)
    except ValueError:
        return
    if 1 <= int(position) <= LAST_POSITION:
        _note(Clicked(language, printable(query), timezone.localdate(), int(position), key))


def is_by_a_reader(request: HttpRequest) -> bool:
    """Say whether a person seems to ask: no robot, and no browser that fetches in advance."""
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    agent = request.headers.get("User-Agent", "")
    return "prefetch" not in purpose and not _ROBOT.search(agent)


def _note(event: Searched | Clicked) -> None:
    query = without_personal_data(event.query)[:LONGEST_PHRASE]
    if normal_phrase(query):
        kept = {name: getattr(event, name) for name in event.__slots__}
        values = {**kept, "kind": event.kind, "query": query}
        spool.append(json.dumps(values, default=str).encode() + b"\n")


def read(line: bytes) -> Searched | Clicked | None:
    """Read back what was noted; a line that was cut off or damaged is none."""
    try:
        values = json.loads(line)
        return _event(**values) if isinstance(values, dict) else None
    except (ValueError, TypeError, LookupError):
        return None


def _event(*, kind: str, language: str, query: str, on: str, **more: Any) -> Searched | Clicked:
    place: dict[str, Any] = {
        "language": str(language),
        "query": str(query),
        "on": date.fromisoformat(on),
    }
    if kind == Searched.kind:
        return Searched(**place, total=int(more["total"]))
    return Clicked(**place, position=int(more["position"]), page=UUID(str(more["page"])))
