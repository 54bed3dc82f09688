"""Which sections does a service page have, and what stands in each?

A section shows what is filled, or the reason why the element does not apply; an element that is
neither makes no section. ``kind`` names the template in ``services/sections/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from services.models.facts import Evidence
from services.models.reading import NO_WORDS, Words
from services.presentation.cards import Way
from services.presentation.phrases import Joined, capitalised, lines_of
from services.presentation.values import amount_of, period_of, telephone_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.models.reading import Reading, RowReading
    from services.presentation.rich_text import Html

    Rich = Callable[[Words], Html]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page, with its heading and its entry in the contents list."""

    anchor: str
    title: str
    kind: str
    content: Any
    more: Any = None

    @property
    def template(self) -> str:
        return f"services/sections/{self.kind}.html"


@dataclass(frozen=True, slots=True)
class Step:
    """What the component steps.html shows of one step."""

    title: Words
    html: Html
    note: Joined | str = ""
    url: str = ""
    link_text: Words | str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with what there is to say about it, line by line."""

    name: Words
    lines: list[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """What the component table_stacking.html shows; ``caption`` is read aloud."""

    caption: str
    headings: list[str]
    rows: list[TableRow]

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class TableRow:
    """What the component table_stacking.html shows of one row."""

    heading: Words
    cells: list[str]
    note: Words = NO_WORDS


def reason_or(reading: Reading, name: str, section: Section) -> Section | None:
    """The section if it has content, else the reason why it does not apply, else nothing."""
    if section.content:
        return section
    reason = _reason(reading, name)
    return Section(section.anchor, section.title, "not_applicable", reason) if reason else None


def text(reading: Reading, rich: Rich, name: str, title: str) -> Section | None:
    """A section of one text."""
    words = reading.words(name)
    content = rich(words) if words else None
    return reason_or(reading, name, Section(name.replace("_", "-"), title, "text", content))


def steps(reading: Reading, rich: Rich) -> Section | None:
    rows = reading.rows("steps")
    content = [_step(row, rich) for row in rows]
    return reason_or(reading, "steps", Section("steps", _("What to do"), "steps", content))


def evidence(reading: Reading) -> Section | None:
    content = [_document(row) for row in reading.rows("evidence")]
    section = Section("evidence", _("What you need"), "entries", content)
    return reason_or(reading, "evidence", section)


def identification(reading: Reading) -> Section | None:
    content = [_means(row) for row in reading.rows("identification")]
    section = Section("identification", _("Logging in and signing"), "entries", content)
    return reason_or(reading, "identification", section)


def fees(reading: Reading, rich: Rich) -> Section | None:
    rows = [
        TableRow(
            row.words("label"),
            [capitalised(amount_of(row.fact, reading.language))],
            row.words("condition"),
        )
        for row in reading.rows("fees")
    ]
    table = Table(_("What it costs"), [_("For what"), _("Amount")], rows)
    words = reading.words("payment")
    payment = rich(words) if words else None
    section = Section("fees", _("Cost"), "table", table, payment)
    return reason_or(reading, "fees", section)


def periods(reading: Reading) -> Section | None:
    rows = [
        TableRow(
            row.words("label"),
            [capitalised(period_of(row.fact, reading.language))],
            row.words("explanation"),
        )
        for row in reading.rows("periods")
    ]
    table = Table(_("How long it takes, and until when you can act"), [_("What"), _("When")], rows)
    return reason_or(reading, "periods", Section("periods", _("Periods and dates"), "table", table))


def channels(reading: Reading) -> Section | None:
    content = [_channel(row) for row in reading.rows("channels")]
    return Section("channels", _("Ways to do it"), "entries", content) if content else None


def _reason(reading: Reading, name: str) -> Words:
    field = f"{name}_not_applicable"
    return reading.words(field) if hasattr(reading.source, field) else Words("")


def _step(row: RowReading, rich: Rich) -> Step:
    note: Joined | str = ""
    if row.fact.in_person:
        note = Joined((_("You must come in person."), row.words("in_person_reason")))
    return Step(row.words("title"), rich(row.words("text")), note)


def _document(row: RowReading) -> Entry:
    names = dict(Evidence.Format.choices)
    formats = [str(names[key]) for key in row.fact.formats if key in names]
    accepted = _("Accepted: %(formats)s") % {"formats": ", ".join(formats)} if formats else ""
    fetched = _("If you agree, we fetch it from the authority in another EU country that keeps it.")
    once_only = fetched if row.fact.once_only else ""
    lines = [row.words("description"), row.words("condition"), accepted, once_only]
    return Entry(row.words("name"), [line for line in lines if line])


def _means(row: RowReading) -> Entry:
    assurance = row.fact.get_assurance_display() if row.fact.assurance else ""
    lines = [
        capitalised(row.fact.get_purpose_display()),
        _("Level of assurance: %(level)s") % {"level": assurance} if assurance else "",
        _("People from other EU countries can use it (eIDAS).") if row.fact.eidas else "",
        row.words("note"),
    ]
    return Entry(row.words("name"), [line for line in lines if line])


def _channel(row: RowReading) -> Entry:
    url, number = row.address("url"), row.fact.telephone
    ways = [
        Way("globe", row.words("label"), url) if url else None,
        Way("phone", number, telephone_address(number)) if number else None,
    ]
    place = ", ".join(line.text for line in lines_of(Words(row.fact.address)))
    lines = [*filter(None, ways), place, *lines_of(row.words("opening_hours"))]
    name = Words(capitalised(row.fact.get_kind_display()))
    label = [] if url else [row.words("label")]
    return Entry(name, [line for line in (*label, *lines) if line])
