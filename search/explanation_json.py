"""What are programs told of why a page stands where it stands?

The members `explanation` of the answer and of each of its results and pinned pages:

    {"words": [{"word": "verhuizing", "worth": 1.2, "is_known": true, "is_met": true,
                "is_common": false,
                "looked_for_by": [{"way": "as_typed", "phrase": "", "terms": ["verhuis"]}],
                "foreign": [], "by_letters": false}],
     "required": 1, "phrases": [], "hidden": [{"page": …, "reason": …}]}

    {"words": [{"word": "verhuizing",
                "fields": [{"field": "title", "terms": ["verhuis"], "points": 1.8}]}],
     "bonuses": {"service": 0.12}, "text": 0.7, "weight": 1.0, "total": 2.62,
     "best_bet": {"page": …, "reason": …} | null, "engine": {…} | null}

`text` and `total` are null where pages do not stand by their scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from search.expansion import Word
    from search.explained_answers import Explained, ExplainedPage
    from search.explaining import WordOnPage
    from search.models import BestBet

DIGITS = 4


def explained_json(answer: dict[str, Any], explained: Explained) -> dict[str, Any]:
    """Return an answer for programs, with its explanations; pages stand in the same order."""
    pages = list(explained.pages.values())
    pinned = len(answer["pinned"])
    return answer | {
        "explanation": _question(explained),
        "pinned": _with_explanations(answer["pinned"], pages[:pinned]),
        "results": _with_explanations(answer["results"], pages[pinned:]),
    }


def _with_explanations(
    results: list[dict[str, Any]], pages: list[ExplainedPage]
) -> list[dict[str, Any]]:
    return [
        result | {"explanation": _page(page)} for result, page in zip(results, pages, strict=True)
    ]


def _question(explained: Explained) -> dict[str, Any]:
    question = explained.question
    return {
        "words": [_word(word) for word in question.words],
        "required": question.required,
        "phrases": [" ".join(phrase) for phrase in question.phrases],
        "hidden": [_bet(bet) for bet in explained.hiding],
    }


def _page(page: ExplainedPage) -> dict[str, Any]:
    explanation = page.explanation
    return {
        "words": [_found(word) for word in explanation.words],
        "bonuses": {name: round(value, DIGITS) for name, value in explanation.bonuses.items()},
        "text": _rounded(explanation.text),
        "weight": explanation.weight,
        "total": _rounded(explanation.total),
        "best_bet": _bet(page.bet) if page.bet else None,
        "engine": page.raw,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _word(word: Word) -> dict[str, Any]:
    return {
        "word": word.text,
        "worth": round(word.worth, DIGITS),
        "is_known": word.is_known,
        "is_met": word.is_met,
        "is_common": word.is_common,
        "looked_for_by": [
            {
                "way": sense.way,
                "phrase": sense.phrase,
                "terms": [each.term for each in sense.alternatives],
            }
            for sense in word.senses
        ],
        "foreign": [each.term for each in word.foreign],
        "by_letters": bool(word.grams),
    }


def _found(word: WordOnPage) -> dict[str, Any]:
    fields = [
        {"field": each.field, "terms": each.terms, "points": round(each.points, DIGITS)}
        for each in word.fields
    ]
    return {"word": word.text, "fields": fields}


def _bet(bet: BestBet) -> dict[str, str]:
    return {"page": bet.page.title, "reason": bet.reason}
