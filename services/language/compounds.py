"""Of which words is a compound made ("Führerscheinumtausch": Führerschein, Umtausch)?

Languages whose recipe names links write words together, with one of these letters between them or
none. A word is split where both sides are words, by what the caller takes for one; of several ways
that with the longest words, so that "verkeersdeelnemer" has no "deel" of its own.

    parts_of("rijbewijsomwisseling", "nl", words.__contains__) → ("rijbewijs", "omwisseling")

Words are in normal form: what a link or a missing accent may be is the same for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.language.recipes import recipe_for
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORTEST_HEAD = 3
SHORTEST_TAIL = 4


def parts_of(word: str, language: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the words that a compound consists of, none where it is no compound."""
    links = recipe_for(language).links
    if not links or len(word) < SHORTEST_HEAD + SHORTEST_TAIL or is_code(word):
        return ()
    found = max(_splits(word, links, is_word), key=_quality, default=None)
    if found is None:
        return ()
    return tuple(part for side in found for part in parts_of(side, language, is_word) or (side,))


def _splits(
    word: str, links: tuple[str, ...], is_word: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    for place in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        tail = word[place:]
        if not is_word(tail):
            continue
        for link in links:
            head = word[: place - len(link)]
            if len(head) >= SHORTEST_HEAD and word[:place].endswith(link) and is_word(head):
                yield head, tail


def _quality(split: tuple[str, str]) -> tuple[int, int]:
    """Prefer what leaves no short piece, then what has the fewest letters in between."""
    head, tail = split
    return min(len(head), len(tail)), len(head) + len(tail)
