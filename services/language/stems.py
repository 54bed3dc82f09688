"""What is the stem of a word, by Snowball?

PyStemmer's stemmers keep a cache and are not safe to share between threads, so each thread has
its own. A language without a stemmer is not here to be asked for: its recipe names none.
"""

from __future__ import annotations

import threading
from functools import lru_cache

import Stemmer

_own = threading.local()


@lru_cache(maxsize=1)
def stemmer_names() -> frozenset[str]:
    """Return the algorithms that the installed Snowball knows."""
    return frozenset(Stemmer.algorithms())


def stem(word: str, algorithm: str) -> str:
    """Return the stem; an algorithm that is not installed raises `KeyError`."""
    stemmers: dict[str, Stemmer.Stemmer] = _own.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        # Words are cached one layer above, so Snowball's own cache would only cost memory.
        stemmers[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return str(stemmers[algorithm].stemWord(word))
