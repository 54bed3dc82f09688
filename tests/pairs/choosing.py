"""Which pairs of a language are measured?

Of all that a dictionary gives, those are left whose words are met in everyday texts, and whose
form belongs to one lemma alone. Then lots are drawn, the same at every run: one form of each of
400 lemmas, and 400 times two lemmas that begin with the same four letters and are inflected in the
same way (so that a verb seldom meets the noun that is made of it), but have no form in common.
"""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

SEED = 2018_1724
COUNT = 400
ALIKE = 4


class Inflection(NamedTuple):
    """A form of a lemma, and a name for the way in which it is inflected."""

    form: str
    lemma: str
    kind: str


def everyday_forms(
    inflections: Iterable[Inflection], everyday: Collection[str], *, any_form: bool = False
) -> list[Inflection]:
    """Leave everyday forms of everyday lemmas; none belongs to two, or has forms of its own."""
    left = [
        found
        for found in inflections
        if found.form != found.lemma
        and found.lemma in everyday
        and (any_form or found.form in everyday)
    ]
    lemmas = defaultdict(set)
    for form, lemma, _ in left:
        lemmas[form].add(lemma)
    return [found for found in left if len(lemmas[found.form]) == 1 and found.lemma not in lemmas]


def drawn(inflections: Iterable[Inflection]) -> list[tuple[str, str]]:
    """Draw one form of each of many lemmas."""
    forms = defaultdict(set)
    for form, lemma, _ in inflections:
        forms[lemma].add(form)
    chance = random.Random(SEED)
    lemmas = chance.sample(sorted(forms), min(COUNT, len(forms)))
    return sorted((chance.choice(sorted(forms[lemma])), lemma) for lemma in lemmas)


def different(
    inflections: Iterable[Inflection], families: Mapping[str, set[str]]
) -> list[tuple[str, str]]:
    """Draw pairs of lemmas that begin alike; `families` has the forms of each."""
    alike = defaultdict(set)
    for _, lemma, kind in inflections:
        alike[lemma[:ALIKE], kind].add(lemma)
    chance = random.Random(SEED)
    pairs = sorted(set(chain.from_iterable(_paired(alike[key], chance) for key in sorted(alike))))
    left = [pair for pair in pairs if families[pair[0]].isdisjoint(families[pair[1]])]
    return sorted(chance.sample(left, min(COUNT, len(left))))


def _paired(words: Iterable[str], chance: random.Random) -> Iterable[tuple[str, str]]:
    shuffled = sorted(words)
    chance.shuffle(shuffled)
    pairs = zip(shuffled[::2], shuffled[1::2], strict=False)
    return ((min(pair), max(pair)) for pair in pairs)
