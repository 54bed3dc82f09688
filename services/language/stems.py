"""What is the stem of a word, by Snowball or by our own light stemmers?

PyStemmer's stemmers keep a cache and are not safe to share between threads, so each thread has
its own. A language without a stemmer is not here to be asked for: its recipe names none.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from services.language.light_stems import LIGHT_STEMMERS

# Snowball takes the "o" of "missão" for an ending, which makes a "missa" of it.
_WHOLE = {"portuguese": re.compile("[ãa]o$")}

_own = threading.local()


@lru_cache(maxsize=1)
def stemmer_names() -> frozenset[str]:
    """Return the algorithms that the installed Snowball knows, and ours."""
    return frozenset((*Stemmer.algorithms(), *LIGHT_STEMMERS))


def stem(word: str, algorithm: str) -> str:
    """Return the stem; an algorithm that is not installed raises `KeyError`."""
    if light := LIGHT_STEMMERS.get(algorithm):
        return light.stem(word)
    if algorithm in _WHOLE and _WHOLE[algorithm].search(word):
        return word
    stemmers: dict[str, Stemmer.Stemmer] = _own.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        # Words are cached one layer above, so Snowball's own cache would only cost memory.
        stemmers[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return str(stemmers[algorithm].stemWord(word))
