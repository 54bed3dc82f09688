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
    from collections.abc import Iterable

SHORTEST_HEAD = 3
SHORTEST_TAIL = 4
REMEMBERED = 16_384


class Words(Protocol):
    """What counts as a word of its own."""

    def __contains__(self, word: str, /) -> bool: ...

    def beginning(self, word: str, /) -> Iterable[str]:
        """Return those with which a word begins."""


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
        sides = self._best_split(word)
        return tuple(part for side in sides for part in self.parts_of(side) or (side,))

    def _best_split(self, word: str) -> tuple[str, ...]:
        """Prefer what leaves no short side, then the fewest letters in between; a shorter head.

        Those that could be best are tried first, and none that cannot be.
        """
        best: tuple[str, ...] = ()
        quality = (0, 0, 0)
        for shorter_side, start in self._starts(word):
            if shorter_side < quality[0]:
                break
            for link in self._links:
                if word.startswith(link, start):
                    tail = word[start + len(link) :]
                    found = (min(start, len(tail)), start + len(tail), -start)
                    if len(tail) >= SHORTEST_TAIL and found > quality and tail in self._words:
                        best, quality = (word[:start], tail), found
        return best

    def _starts(self, word: str) -> list[tuple[int, int]]:
        """Return where a tail may start, with the length of the shorter side at most."""
        starts = filter(SHORTEST_HEAD.__le__, map(len, self._words.beginning(word)))
        return sorted(((min(each, len(word) - each), each) for each in starts), reverse=True)
