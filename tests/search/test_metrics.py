"""Is an order of results judged as the literature does?"""

from __future__ import annotations

import math

import pytest

from search.evaluation.metrics import hit, mean, ndcg, outcome, reciprocal_rank

GRADES = {"best": 3, "good": 2, "related": 1}


def test_best_order_is_worth_one() -> None:
    assert ndcg(["best", "good", "related", "other"], GRADES) == 1


def test_gain_shrinks_with_the_logarithm_of_the_place() -> None:
    assert ndcg(["other", "best"], {"best": 3}) == pytest.approx(1 / math.log2(3))


def test_what_stands_below_the_tenth_place_gains_nothing() -> None:
    assert ndcg([*map(str, range(10)), "best"], {"best": 3}) == 0


def test_first_judged_page_gives_the_reciprocal_rank() -> None:
    assert reciprocal_rank(["other", "related", "best"], GRADES) == 1 / 2
    assert reciprocal_rank(["other"], GRADES) == 0


def test_only_the_best_grade_is_a_hit() -> None:
    found = ["good", "best"]

    assert hit(found, GRADES, 1) == 0
    assert hit(found, GRADES, 2) == 1


def test_nothing_found_is_counted() -> None:
    assert outcome([], GRADES).zero == 1
    assert outcome(["other"], GRADES).zero == 0


def test_means_bear_the_names_of_reports() -> None:
    means = mean([outcome(["best"], {"best": 3}), outcome([], {"best": 3})])

    assert means == {"ndcg@10": 0.5, "mrr": 0.5, "hit@1": 0.5, "hit@5": 0.5, "zero": 0.5}


def test_no_query_has_no_mean() -> None:
    assert mean([]) == {}
