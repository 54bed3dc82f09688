"""How good is an order of results, as a number?

For one query: `ndcg` (the gain of the first ten against the best order there could be, with a gain
of 2^grade - 1), `reciprocal_rank` (of the first page that is judged at all), `hit` (whether one of
the first few has the best grade) and `zero` (nothing found). `mean` is their mean over many.

The gain is that of Järvelin and Kekäläinen (2002), as Elasticsearch's rank_eval has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one query was worth: each number is between 0 and 1."""

    ndcg: float
    reciprocal_rank: float
    hit_at_1: float
    hit_at_5: float
    zero: float


def outcome(found: Sequence[str], grades: Mapping[str, int]) -> Outcome:
    """Judge the pages found for a query, best first, by the grades of those that are judged."""
    return Outcome(
        ndcg=ndcg(found, grades),
        reciprocal_rank=reciprocal_rank(found, grades),
        hit_at_1=hit(found, grades, 1),
        hit_at_5=hit(found, grades, 5),
        zero=float(not found),
    )


def mean(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """The means of many queries under the names that reports use; no query is no number."""
    every = list(outcomes)
    names = {
        "ndcg@10": "ndcg",
        "mrr": "reciprocal_rank",
        "hit@1": "hit_at_1",
        "hit@5": "hit_at_5",
        "zero": "zero",
    }
    if not every:
        return {}
    return {
        name: sum(getattr(each, field) for each in every) / len(every)
        for name, field in names.items()
    }


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(page, 0) for page in found]) / best if best else 0.0


def reciprocal_rank(found: Sequence[str], grades: Mapping[str, int]) -> float:
    places = (place for place, page in enumerate(found[:DEPTH], start=1) if grades.get(page))
    return 1 / next(places, math.inf)


def hit(found: Sequence[str], grades: Mapping[str, int], depth: int) -> float:
    """Whether a page with the best grade stands among the first."""
    best = max(grades.values())
    return float(any(grades.get(page) == best for page in found[:depth]))


def _gain(grades: Sequence[int]) -> float:
    return sum(
        (2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:DEPTH], start=1)
    )
