"""What do translators call a thing in another language?

    equivalents("rijbewijs", "nl", "de") → ("Führerschein", "Fahrerlaubnis")

Who keeps terms registers itself with `use`; until then there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class TermBase(Protocol):
    """Knows the terms of translators."""

    def equivalents(self, text: str, language: str, other: str) -> Sequence[str]:
        """Return what the things that a text speaks of are called in another language."""


class EmptyTermBase:
    """Knows no terms."""

    def equivalents(self, text: str, language: str, other: str) -> Sequence[str]:
        return ()


_in_use: list[TermBase] = [EmptyTermBase()]


def use(terms: TermBase) -> None:
    """Let other languages be searched by these terms from now on."""
    _in_use[0] = terms


def equivalents(text: str, language: str, other: str) -> tuple[str, ...]:
    """Return what a text's things are called in another language."""
    return tuple(_in_use[0].equivalents(text, language, other))
