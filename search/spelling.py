"""Which words of the site resemble one that it does not have?

First those that are one slip of the finger away: a letter too many, too few, another one, or two
exchanged; all of these are tried. Only where there are none, and the word is long, those that are
two slips away and begin alike (optimal string alignment distance).
"""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.vocabulary import Vocabulary

SHORTEST_WORD = 4
SHORTEST_FOR_TWO_SLIPS = 8
LETTERS_ALIKE = 2
MOST_WORDS = 5


def similar_words(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of the site, in written form, that may be meant; the most frequent first."""
    if len(word) < SHORTEST_WORD or is_code(word):
        return []
    found = {each for each in _one_slip_away(word, vocabulary) if each in vocabulary}
    if not found and len(word) >= SHORTEST_FOR_TWO_SLIPS:
        found = set(_two_slips_away(word, vocabulary))
    ordered = sorted(found - {word}, key=lambda each: (-vocabulary.count(each), each))
    return ordered[:MOST_WORDS]


def _one_slip_away(word: str, vocabulary: Vocabulary) -> Iterable[str]:
    """What begins as no word does is no word: all slips lie in what begins one, or right after."""
    begun = takewhile(vocabulary.has_beginning, (word[:end] for end in range(len(word) + 1)))
    halves = [(head, word[len(head) :]) for head in begun]
    letters = vocabulary.letters
    return chain(
        (head + tail[1:] for head, tail in halves if tail),
        (head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1),
        (head + letter + tail[1:] for head, tail in halves if tail for letter in letters),
        (head + letter + tail for head, tail in halves for letter in letters),
    )


def _two_slips_away(word: str, vocabulary: Vocabulary) -> Iterator[str]:
    candidates = [
        each
        for each in vocabulary.beginning(word[:LETTERS_ALIKE])
        if abs(len(each) - len(word)) <= 2  # noqa: PLR2004
    ]
    found = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=2, limit=MOST_WORDS)
    return (each for each, _, _ in found)
