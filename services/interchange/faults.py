"""What can be wrong with a file or a line, in words that name line and field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.core.exceptions import ValidationError


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


def field_in_line(obj: Any, name: str, prefix: str = "") -> str:
    """Where a field of an object or of one of its rows stands in a line: words by language."""
    if obj is None or name not in {"slug", *obj.word_fields}:
        return f"{prefix}{name}"
    return f"{prefix}words.{obj.locale.language_code}.{name}"


def problems_of(error: ValidationError, obj: Any = None, prefix: str = "") -> list[tuple[str, str]]:
    """What Django's validation found, each with its field in the line if the object is known."""
    if not hasattr(error, "error_dict"):
        return [(prefix.rstrip("."), "; ".join(error.messages))]
    return [
        (field_in_line(obj, name, prefix), "; ".join(messages))
        for name, messages in error.message_dict.items()
    ]
