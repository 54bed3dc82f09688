"""Imports a file: checks it whole, writes what is new or changed, accounts for every line."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from services.interchange.checking import NumberedLine, faults_of, read_file
from services.interchange.exporting import line_by_identifier
from services.interchange.faults import Fault, LineRefusedError
from services.interchange.line_types import LineType, RecordType, line_type
from services.interchange.lines import canonical
from services.interchange.references import References
from services.interchange.writing import LineWriter
from services.models import ImportRecord

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CREATED, CHANGED, UNCHANGED, REJECTED = "created", "changed", "unchanged", "rejected"


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
    with transaction.atomic() if dry_run else nullcontext():
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
        self.postponed: list[tuple[NumberedLine, str]] = []
        self.faults = {line.number: faults_of(line) for line in self.lines}
        self.arriving = {line.identifier for line in lines if not self.faults[line.number]}

    def run(self) -> ImportReport:
        for done, line in enumerate(self.lines, start=1):
            outcome = self._import(line)
            self.report.counts[outcome] += 1
            if outcome == REJECTED:
                self.arriving.discard(line.identifier)
            if self.progress:
                self.progress(done, len(self.lines))
        for line, outcome in self.postponed:
            self._import_again(line, outcome)
        return self.report

    def _import(self, line: NumberedLine) -> str:
        if faults := self.faults[line.number]:
            self.report.faults += faults
            return REJECTED
        try:
            with transaction.atomic():
                return self._import_by_kind(line)
        except LineRefusedError as refused:
            self._refuse(line, refused.problems)
        except ValidationError as error:
            self._refuse(line, [("", "; ".join(error.messages))])
        except IntegrityError:
            self._refuse(line, [("", "an identifier or address in it belongs to another object")])
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
        writer.refuse_unless_consistent(self.arriving)
        if existing and self._stays(line, record, existing):
            return UNCHANGED
        outcome = CHANGED if existing else CREATED
        self._write(line, writer, digest)
        if writer.builder.postponed:
            self.postponed.append((line, outcome))
        return outcome

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
        writer.write()
        revisions = writer.existing_revisions()
        self.records[line.identifier], _ = ImportRecord.objects.update_or_create(
            identifier=line.identifier, defaults={"digest": digest, "revisions": revisions}
        )
        for code in writer.languages_left_out():
            message = "not in the line; what is live in this language stays"
            self.report.notes.append(Fault(line.number, f"words.{code}", message))

    def _import_again(self, line: NumberedLine, outcome: str) -> None:
        """Write a line once more whose references came later in the file.

        What it names was rejected meanwhile? Then so is the line: what it created goes.
        """
        try:
            with transaction.atomic():
                writer = LineWriter(line.value, self.references)
                writer.write()
                if names := sorted(writer.builder.postponed):
                    raise LineRefusedError([(n, "names an object that is unknown") for n in names])
                self.records[line.identifier].revisions = writer.existing_revisions()
                self.records[line.identifier].save(update_fields=["revisions"])
        except LineRefusedError as refused:
            self._refuse(line, refused.problems)
            self.report.counts[outcome] -= 1
            self.report.counts[REJECTED] += 1
            if outcome == CREATED:
                LineWriter(line.value, self.references).delete()
                ImportRecord.objects.filter(identifier=line.identifier).delete()


def _order(line: NumberedLine) -> tuple[int, int]:
    kind = line_type(str(line.value.get("type")))
    return (kind.order if kind else 0, line.number)


def _digest(value: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()
