"""What do people mistype? A seeded script that makes queries with typos and without diacritics.

Both are made of the two longest words of the target's title, so that nobody chooses those which the
search happens to find. A test makes again those that stand in the files.
"""

from __future__ import annotations

import random
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING

from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.documents import Document

SEED = 2018_1724
SHORTEST = 6  # In a shorter word a wrong letter leaves little to recognise.
TYPOS, WITHOUT_DIACRITICS = 8, 4


def typo_queries(documents: Sequence[Document], language: str) -> list[tuple[str, str]]:
    """Queries of two words with a slip of the finger in each, and the page that each aims at."""
    chance = random.Random(f"typo {SEED} {language}")  # noqa: S311  # Nothing secret.
    return [
        (" ".join(_with_a_slip(word, chance) for word in words), page)
        for page, words in _chosen(documents, chance, TYPOS, is_fit=bool)
    ]


def queries_without_diacritics(
    documents: Sequence[Document], language: str
) -> list[tuple[str, str]]:
    """Queries as a keyboard without accents types them; none where a language has no accents."""
    chance = random.Random(f"diacritics {SEED} {language}")  # noqa: S311  # Nothing secret.
    chosen = _chosen(documents, chance, WITHOUT_DIACRITICS, is_fit=_has_diacritics)
    return [(without_diacritics(" ".join(words)), page) for page, words in chosen]


def without_diacritics(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _chosen(
    documents: Sequence[Document],
    chance: random.Random,
    count: int,
    is_fit: Callable[[str], bool],
) -> Iterator[tuple[str, list[str]]]:
    """For so many pages, two words of the title that are long enough, one of them fit."""
    fitting = (
        (page.id, words)
        for page in chance.sample(documents, k=len(documents))
        if any(map(is_fit, words := _long_words(page.title)))
    )
    return islice(fitting, count)


def _long_words(title: str) -> list[str]:
    words = [word.lower() for word in TOKEN.findall(title) if len(word) >= SHORTEST]
    return sorted(words, key=len, reverse=True)[:2]


def _has_diacritics(word: str) -> bool:
    return without_diacritics(word) != unicodedata.normalize("NFD", word)


def _with_a_slip(word: str, chance: random.Random) -> str:
    """One letter left out, doubled, exchanged with the next, or replaced by another of the word."""
    place = chance.randrange(1, len(word) - 2)
    slips = (
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        word[:place] + chance.choice(word) + word[place + 1 :],
    )
    return chance.choice([each for each in slips if each != word])
