"""The elements that the law asks of a page, and whether each is filled, empty or not applicable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

if TYPE_CHECKING:
    from django.utils.functional import Promise


class State(StrEnum):
    """The three states of an element; a reason makes an empty one not applicable."""

    FILLED = "filled"
    EMPTY = "empty"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of Articles 9(1), 10(1) or 11(1): the point of law, its field, its label."""

    article: str
    name: str
    label: str | Promise

    @property
    def reason_field(self) -> str:
        return f"{self.name}_not_applicable"

    def state(self, page: Any) -> State:
        if is_filled(getattr(page, self.name)):
            return State.FILLED
        if is_filled(getattr(page, self.reason_field)):
            return State.NOT_APPLICABLE
        return State.EMPTY


def is_filled(value: Any) -> bool:
    """Whether a field says something: text beyond mark-up and space, or a row that is shown."""
    if isinstance(value, str):
        return bool(strip_tags(value).replace("\xa0", " ").strip())
    if hasattr(value, "all"):
        return any(getattr(row, "is_shown", True) for row in value.all())
    return bool(value)
