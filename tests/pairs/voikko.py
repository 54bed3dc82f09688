"""Which lemma has a Finnish word, by the morphology of Voikko?"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tests.pairs.choosing import Inflection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INFLECTED = ("nimisana", "laatusana", "nimisana_laatusana", "teonsana")


def finnish(everyday: Iterable[str]) -> Iterator[Inflection]:
    """Yield each reading of each word; needs `python3-libvoikko`. Participles and adverbs in -sti
    have lemmas of their own."""
    voikko = import_module("libvoikko").Voikko("fi")
    for word in everyday:
        for reading in voikko.analyze(word):
            kind = reading.get("CLASS")
            if kind in INFLECTED and "PARTICIPLE" not in reading and not word.endswith("sti"):
                yield Inflection(word, reading["BASEFORM"], kind)
