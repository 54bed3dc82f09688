"""Imports a file: checks it whole, writes what is new or changed, accounts for every line."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from services.interchange.checking import NumberedLine, faults_of, read_file
from services.interchange.exporting import line_by_identifier
from services.interchange.faults import Fault, LineRefusedError, problems_of
from services.interchange.line_types import LineType, RecordType, line_type
from services.interchange.lines import canonical
from services.interchange.naming import named_in
from services.interchange.references import References
from services.interchange.writing import LineWriter
from services.models import ImportRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CREATED, CHANGED, UNCHANGED, REJECTED = "created", "changed", "unchanged", "rejected"
CLASH = [("id", "an identifier or address in it belongs to another object")]
WAITS = "waits"  # No outcome yet: what the line names is not there yet, or may go again.


@dataclass(slots=True)
class ImportReport:
    """What was done with each line; the counts of the outcomes add up to the rows."""

    rows: int = 0
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys((CREATED, CHANGED, UNCHANGED, REJECTED), 0)
    )
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        counts = " ".join(f"{name}={count}" for name, count in self.counts.items())
        return f"rows={self.rows} {counts}"


def import_file(
    path: Path,
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Import the file; raises FileRefusedError before the first write if the file is faulty."""
    lines = read_file(path)
    # Whoever imports reads one language in all messages, those of the file's own faults among them.
    with override("en"), transaction.atomic() if dry_run else nullcontext():
        report = _Import(lines, overwrite=overwrite, progress=progress).run()
        if dry_run:
            transaction.set_rollback(True)
    return report


class _Import:
    def __init__(
        self,
        lines: list[NumberedLine],
        *,
        overwrite: bool,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self.lines = sorted(lines, key=_order)
        self.overwrite, self.progress = overwrite, progress
        self.report = ImportReport(rows=len(lines))
        self.references = References(settings.SITE_COUNTRY)
        self.records = {str(r.identifier): r for r in ImportRecord.objects.all()}
        self.faults = {line.number: faults_of(line) for line in self.lines}
        self.arriving = {line.identifier for line in lines if not self.faults[line.number]}
        self.of_type: dict[str, list[str]] = defaultdict(list)
        for line in lines:
            self.of_type[str(line.value.get("type"))].append(line.identifier)
        self.settled = False
        # New lines in the order in which they were written: those to write once more, since what
        # they name came later; those, too, that would be refused with them. Lines that change
        # what is there wait until it is sure that all that they name stays.
        self.incomplete: list[NumberedLine] = []
        self.unsure: dict[str, NumberedLine] = {}
        self.waiting: list[NumberedLine] = []

    def run(self) -> ImportReport:
        records = [line for line in self.lines if _is_record(line)]
        for line in self.lines:
            if not _is_record(line):
                self._import_and_count(line)
        self._settle()
        for line in [*self.waiting, *records]:
            self._import_and_count(line)
        return self.report

    def _import_and_count(self, line: NumberedLine) -> None:
        outcome = self._import(line)
        if outcome == WAITS:
            self.waiting.append(line)
            return
        if outcome == REJECTED:
            self.arriving.discard(line.identifier)
        self.report.counts[outcome] += 1
        if self.progress:
            self.progress(sum(self.report.counts.values()), len(self.lines))

    def _import(self, line: NumberedLine) -> str:
        if faults := self.faults[line.number]:
            self.report.faults += faults
            return REJECTED
        return self._attempt(line, self._import_by_kind)

    def _attempt(self, line: NumberedLine, work: Callable[[NumberedLine], str]) -> str:
        """Do it wholly or not at all; a line that is refused says why."""
        try:
            with transaction.atomic():
                return work(line)
        except LineRefusedError as refused:
            self._refuse(line, refused.problems)
        except ValidationError as error:
            self._refuse(line, problems_of(error))
        except IntegrityError:
            self._refuse(line, LineWriter(line.value, self.references).taken() or CLASH)
        return REJECTED

    def _import_by_kind(self, line: NumberedLine) -> str:
        kind = line_type(line.value["type"])
        if isinstance(kind, RecordType):
            return kind.load(line.value, self.overwrite)
        return self._import_content(line)

    def _refuse(self, line: NumberedLine, problems: list[tuple[str, str]]) -> None:
        self.report.faults += [Fault(line.number, *problem) for problem in problems]

    def _import_content(self, line: NumberedLine) -> str:
        digest = _digest(line.value)
        record = self.records.get(line.identifier)
        writer = LineWriter(line.value, self.references)
        existing = writer.existing_revisions()
        is_equal = record and record.digest == digest and record.revisions == existing
        if is_equal and (not self.overwrite or writer.is_live()):
            return UNCHANGED
        missing = writer.refuse_unless_consistent(() if self.settled else self.arriving)
        is_unsure = missing or not self.unsure.keys().isdisjoint(self._named_by(line))
        if existing and self._stays(line, record, existing):
            return UNCHANGED
        if existing and is_unsure and not self.settled:
            if writer.brings_a_language(existing):  # What is new below it needs it now.
                self._write(line, writer, "")
            return WAITS
        self._write(line, writer, "" if missing else digest)
        self._note_languages_left_out(line, writer, existing)
        if missing:
            self.incomplete.append(line)
        if is_unsure:
            self.unsure[line.identifier] = line
        return CHANGED if existing else CREATED

    def _stays(
        self, line: NumberedLine, record: ImportRecord | None, existing: dict[str, Any]
    ) -> bool:
        """Whether what is there is equal already, or was edited and is left alone."""
        kind = line_type(line.value["type"])
        assert isinstance(kind, LineType)  # noqa: S101  # Records have no revisions.
        if line_by_identifier(kind, line.identifier) == canonical(line.value):
            return True
        edited = record is None or record.revisions != existing
        if edited and not self.overwrite:
            message = "edited since its import; left alone (use --overwrite to replace it)"
            self.report.notes.append(Fault(line.number, "", message))
            return True
        return False

    def _write(self, line: NumberedLine, writer: LineWriter, digest: str) -> None:
        """Write the line; without a digest the next run finds that it is not complete."""
        writer.write()
        revisions = writer.existing_revisions()
        self.records[line.identifier], _ = ImportRecord.objects.update_or_create(
            identifier=line.identifier, defaults={"digest": digest, "revisions": revisions}
        )

    def _note_languages_left_out(
        self, line: NumberedLine, writer: LineWriter, existing: dict[str, Any]
    ) -> None:
        for code in writer.languages_left_out(existing):
            message = "not in the line; what is live in this language stays"
            self.report.notes.append(Fault(line.number, f"words.{code}", message))

    def _settle(self) -> None:
        """Complete the lines whose references came later; refuse them if these never came.

        What a refused line created goes, and with it whatever was created and names it.
        """
        for line in self.incomplete:
            if self._attempt(line, self._complete) == REJECTED:
                self._recount_as_rejected(line)
        while lost := list(self._lost()):
            for line, place in lost:
                self._refuse(line, [(place, "names an object that is refused")])
                self._recount_as_rejected(line)
        for line in reversed(self.unsure.values()):
            if line.identifier not in self.arriving:
                LineWriter(line.value, self.references).delete()
                self.records.pop(line.identifier).delete()
        self.references = References(settings.SITE_COUNTRY)  # What is deleted is not to be found.
        self.settled = True

    def _complete(self, line: NumberedLine) -> str:
        """Write a new line once more, now that what it names is there."""
        writer = LineWriter(line.value, self.references)
        writer.refuse_unless_consistent(())
        self._write(line, writer, _digest(line.value))
        return CREATED

    def _lost(self) -> Iterator[tuple[NumberedLine, str]]:
        """The lines that created something and name what is refused, and where they name it."""
        for line in self.unsure.values():
            if line.identifier in self.arriving:
                named = self._named_by(line)
                refused = (self.unsure.keys() - self.arriving) & named.keys()
                yield from ((line, named[identifier]) for identifier in sorted(refused)[:1])

    def _recount_as_rejected(self, line: NumberedLine) -> None:
        self.arriving.discard(line.identifier)
        self.report.counts[CREATED] -= 1
        self.report.counts[REJECTED] += 1

    def _named_by(self, line: NumberedLine) -> dict[str, str]:
        """All that the line names, the page above it among them, and where it names it."""
        kind = line_type(line.value["type"])
        assert isinstance(kind, LineType)  # noqa: S101  # Records name what is there.
        above = [] if kind.parent in line.value else self.of_type[kind.parent]
        named = ((identifier, place) for place, identifier in named_in(line.value) if place != "id")
        return {**dict.fromkeys(above, kind.parent), **dict(named)}


def _is_record(line: NumberedLine) -> bool:
    return isinstance(line_type(str(line.value.get("type"))), RecordType)


def _order(line: NumberedLine) -> tuple[int, int]:
    kind = line_type(str(line.value.get("type")))
    return (kind.order if kind else 0, line.number)


def _digest(value: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()
