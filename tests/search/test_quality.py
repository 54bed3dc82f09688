"""What is found for the held-out half of the judged queries must not fall below these floors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import override_settings

from search.evaluation.evaluating import evaluate
from search.evaluation.judgements import HELD_OUT, judged_languages
from tests.search_server import SEARCH_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

OVERALL = {"hit@1": 0.85, "hit@5": 0.93, "ndcg@10": 0.88}
MOST_WITHOUT_RESULT = 0.02
EACH_LANGUAGE = 0.85
MOST_APART, MOST_APART_IN_A_LANGUAGE = 0.01, 0.04  # nDCG@10 of the two engines.
CATEGORIES = {
    **dict.fromkeys(("exact", "inflected", "diacritics", "code"), 0.95),
    **dict.fromkeys(("compound", "typo"), 0.90),
    "transliterated": 0.85,
    **dict.fromkeys(("question", "synonym", "foreign"), 0.75),
}


def too_low(report: dict[str, Any]) -> Iterator[str]:
    """Name what has sunk below its floor."""
    floors = [("overall", name, floor) for name, floor in OVERALL.items()]
    floors += [(f"categories {name}", "hit@5", floor) for name, floor in CATEGORIES.items()]
    floors += [(f"languages {name}", "hit@5", EACH_LANGUAGE) for name in judged_languages()]
    for place, measure, floor in floors:
        found = report
        for step in place.split():
            found = found[step]
        if found[measure] < floor:
            yield f"{place} {measure} {found[measure]:.3f} < {floor}"
    if report["overall"]["zero"] > MOST_WITHOUT_RESULT:
        yield f"overall zero {report['overall']['zero']:.3f}"


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, Any]]:
    """What is found by the embedded index and, where there is one, on a server."""
    names = ["embedded", "elasticsearch"] if SEARCH_URL else ["embedded"]
    with override_settings(SEARCH_URL=SEARCH_URL):
        return evaluate(names, judged_languages(), HELD_OUT)


@pytest.mark.long
def test_the_embedded_search_is_as_good_as_it_was(reports: dict[str, dict[str, Any]]) -> None:
    report = reports["embedded"]

    assert list(too_low(report)) == [], json.dumps(report, indent=1)


@pytest.mark.long
@pytest.mark.elasticsearch
def test_the_search_on_a_server_is_as_good_and_answers_alike(
    reports: dict[str, dict[str, Any]],
) -> None:
    report, other = reports["elasticsearch"], reports["embedded"]

    apart = {
        code: abs(found["ndcg@10"] - other["languages"][code]["ndcg@10"])
        for code, found in report["languages"].items()
    }
    assert list(too_low(report)) == [], json.dumps(report, indent=1)
    assert abs(report["overall"]["ndcg@10"] - other["overall"]["ndcg@10"]) < MOST_APART
    assert max(apart.values()) < MOST_APART_IN_A_LANGUAGE
