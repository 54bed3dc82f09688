"""What can be wrong with a file or a line, in words that name line and field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``line`` counts from 1 with the header."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"line {self.line}" + (f", {self.field}" if self.field else "")
        return f"{place}: {self.message}"


class FileRefusedError(Exception):
    """The file as a whole is faulty: nothing was written."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = faults


class LineRefusedError(Exception):
    """One line is faulty: nothing of it was written."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(problems)
        self.problems = problems
