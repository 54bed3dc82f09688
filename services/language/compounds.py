"""Of which words is a compound made ("Führerscheinumtausch": Führerschein, Umtausch)?

Languages whose recipe names links write words together, with one of these letters between them or
none. A word is split where both sides are words, by what the caller takes for one; of several ways
that with the longest words, so that "verkeersdeelnemer" has no "deel" of its own.

    Compounds("nl", words).parts_of("rijbewijsomwisseling") → ("rijbewijs", "omwisseling")

Words are in normal form: what a link or a missing accent may be is the same for all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from services.language.recipes import recipe_for
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_HEAD = 3
SHORTEST_TAIL = 4
REMEMBERED = 16_384


class Words(Protocol):
    """What counts as a word of its own."""

    def __contains__(self, word: str, /) -> bool: ...

    def beginning(self, word: str, /) -> Iterable[str]:
        """Return those with which a word begins, the shortest first."""


class Compounds:
    """Takes the compounds of a language apart, and remembers the last of them."""

    def __init__(self, language: str, words: Words) -> None:
        self._links = recipe_for(language).links
        self._words = words
        self.parts_of = lru_cache(maxsize=REMEMBERED)(self._parts_of)

    def _parts_of(self, word: str) -> tuple[str, ...]:
        """Return the words that a compound consists of, none where it is no compound."""
        if not self._links or len(word) < SHORTEST_HEAD + SHORTEST_TAIL or is_code(word):
            return ()
        found = max(self._splits(word), key=_quality, default=())
        return tuple(part for side in found for part in self.parts_of(side) or (side,))

    def _splits(self, word: str) -> Iterator[tuple[str, str]]:
        for head in self._words.beginning(word):
            length = len(head)
            for link in self._links if length >= SHORTEST_HEAD else ():
                if word.startswith(link, length):
                    tail = word[length + len(link) :]
                    if len(tail) >= SHORTEST_TAIL and tail in self._words:
                        yield head, tail


def _quality(split: tuple[str, str]) -> tuple[int, int]:
    """Prefer what leaves no short piece, then what has the fewest letters in between."""
    head, tail = split
    return min(len(head), len(tail)), len(head) + len(tail)
