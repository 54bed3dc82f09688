"""How much are pages read, for the order of results?

    readership.weights("nl", ids) → {"<id>": 1.1, …}

A weight multiplies what a page's words are worth, between .8 and 1.25; a page without one has 1.
Who counts readers registers itself with `use`; until then all pages are read alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

LEAST, MOST = 0.8, 1.25


class Readership(Protocol):
    """Knows how much pages are read."""

    def weights(self, language: str, ids: Collection[str]) -> Mapping[str, float]:
        """Return the weights of those pages that have one."""


class EvenReadership:
    """Knows of no difference."""

    def weights(self, language: str, ids: Collection[str]) -> Mapping[str, float]:
        return {}


_in_use: list[Readership] = [EvenReadership()]


def use(readership: Readership) -> None:
    """Let results be ordered by a readership from now on."""
    _in_use[0] = readership


def is_counted() -> bool:
    """Say whether anybody counts readers: else results stand as the engine ranks them."""
    return not isinstance(_in_use[0], EvenReadership)


def weights(language: str, ids: Collection[str]) -> dict[str, float]:
    """Return the weight of each page, within its bounds."""
    found = _in_use[0].weights(language, ids)
    return {each: min(MOST, max(LEAST, found.get(each, 1.0))) for each in ids}
