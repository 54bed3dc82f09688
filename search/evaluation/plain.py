"""How far does a search come that knows nothing of languages? The measure of a set's difficulty.

Lower case, any word, BM25 over the whole text, and nothing else.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.documents import Document

K, B = 1.2, 0.75  # As Lucene has them.


class PlainSearch:
    """Finds documents of one language by the words as they are written."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._counts = {each.id: Counter(_words(_text(each))) for each in documents}
        self._lengths = {key: counts.total() for key, counts in self._counts.items()}
        self._mean_length = sum(self._lengths.values()) / max(1, len(self._lengths))
        self._spread = Counter(word for counts in self._counts.values() for word in counts)

    def find(self, query: str, limit: int = 10) -> list[str]:
        """The ids of the documents with any of the words, best first."""
        words = [word for word in _words(query) if word in self._spread]
        scores = {
            key: score
            for key in self._counts
            if (score := sum(self._score(word, key) for word in words))
        }
        return sorted(scores, key=lambda key: (-scores[key], key))[:limit]

    def _score(self, word: str, key: str) -> float:
        count = self._counts[key][word]
        rarity = math.log(1 + (len(self._counts) + 0.5) / (self._spread[word] + 0.5))
        length = self._lengths[key] / self._mean_length
        return rarity * count * (K + 1) / (count + K * (1 - B + B * length))


def _text(document: Document) -> str:
    return " ".join((document.title, *document.keywords, document.summary, document.body))


def _words(text: str) -> list[str]:
    return [word.lower() for word in TOKEN.findall(text)]
