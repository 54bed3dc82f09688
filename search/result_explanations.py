"""How is it said to editors why a page stands where it stands?

The shape is that of `components/explanation.html`.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.expansion import AS_TYPED, PART, SIMILAR, SYNONYM
from search.explaining import ALL_WORDS, LOCAL, SERVICE
from search.indexing import FOREIGN
from search.query import EXPLAIN
from services.language.formats import format_list, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.expansion import Word
    from search.explained_answers import Explained, ExplainedPage
    from search.explaining import Explanation, WordOnPage
    from search.models import BestBet
    from search.query import Question

FIELDS = {
    "title": gettext_lazy("Title"),
    "keywords": gettext_lazy("Search keywords"),
    "summary": gettext_lazy("Summary"),
    "headings": gettext_lazy("Headings"),
    "body": gettext_lazy("Text"),
    "authority": gettext_lazy("Authority"),
    FOREIGN: gettext_lazy("Name in another language"),
}
BONUSES = {
    ALL_WORDS: gettext_lazy("It has all of the words"),
    SERVICE: gettext_lazy("It is a service"),
    LOCAL: gettext_lazy("It holds in the chosen place"),
}
WAYS = {
    AS_TYPED: gettext_lazy("Looked for by: %(terms)s"),
    SIMILAR: gettext_lazy("The site does not have it; similar words: %(terms)s"),
    PART: gettext_lazy("Its part ‘%(phrase)s’: %(terms)s"),
    SYNONYM: gettext_lazy("Its synonym ‘%(phrase)s’: %(terms)s"),
}


def explained_context(
    context: dict[str, Any], explained: Explained, *, may_edit: bool
) -> dict[str, Any]:
    """Return what the template shows of an answer, with its explanations."""

    def with_explanation(hit: dict[str, Any]) -> dict[str, Any]:
        page = explained.pages[hit["id"]]
        return hit | {"explanation": _page(page, explained.question.language, may_edit=may_edit)}

    return context | {
        "explanation": _question(explained, may_edit=may_edit),
        "hits": [with_explanation(hit) for hit in context["hits"]],
        "click_url": "",
        "pages": [
            page | {"url": _kept(page["url"])} if page["number"] else page
            for page in context["pages"]
        ],
        "previous_url": _kept(context["previous_url"]),
        "next_url": _kept(context["next_url"]),
    }


def _kept(address: str) -> str:
    """Let the pages before and after be explained, too."""
    return f"{address}&{EXPLAIN}=1" if address else ""


def _question(explained: Explained, *, may_edit: bool) -> dict[str, Any]:
    question = explained.question
    return {
        "summary": _("How the question was understood"),
        "pairs": [
            *(_understood(word, question.language) for word in question.words),
            *_required(question),
            *_phrases(question),
        ],
        "bets": [
            _bet(bet, _("Hidden: ‘%(page)s’."), may_edit=may_edit) for bet in explained.hiding
        ],
    }


def _understood(word: Word, language: str) -> dict[str, Any]:
    return {"term": word.text, "lines": list(_lines_of_word(word, language))}


def _required(question: Question) -> Iterator[dict[str, Any]]:
    if count := len(question.met):
        said = _("%(required)s of %(count)s") % {"required": question.required, "count": count}
        yield {"term": _("Words that a page must have"), "value": said}


def _phrases(question: Question) -> Iterator[dict[str, Any]]:
    if question.phrases:
        lines = [" ".join(phrase) for phrase in question.phrases]
        yield {"term": _("Word for word"), "lines": lines}


def _lines_of_word(word: Word, language: str) -> Iterator[str]:
    if word.is_common:
        yield _("Most pages have it, so the other words are looked for.")
        return
    if not word.is_met:
        yield _("No page has it.")
    for sense in word.senses:
        terms = _listed((each.term for each in sense.alternatives), language)
        yield str(WAYS[sense.way]) % {"phrase": sense.phrase, "terms": terms}
    if word.foreign:
        terms = _listed((each.term for each in word.foreign), language)
        yield _("Names of pages in other languages: %(terms)s") % {"terms": terms}
    if word.grams:
        yield _("Titles whose letters resemble it")
    yield _("Worth at most: %(points)s") % {"points": _number(word.worth, language)}


def _page(page: ExplainedPage, language: str, *, may_edit: bool) -> dict[str, Any]:
    explanation = page.explanation
    return {
        "summary": _("Why this page stands here"),
        "pairs": [
            *(_found(word, language) for word in explanation.words),
            *_as_a_whole(explanation, language),
        ],
        "bets": [_bet(page.bet, _("Pinned by a best bet."), may_edit=may_edit)] if page.bet else [],
        "raw": json.dumps(page.raw, ensure_ascii=False, indent=1) if page.raw else "",
    }


def _found(word: WordOnPage, language: str) -> dict[str, Any]:
    lines = [
        f"{FIELDS[each.field]}: {_listed(each.terms, language)}{_plus(each.points, language)}"
        for each in word.fields
    ]
    return {"term": word.text, "lines": lines or [_("Not on this page")]}


def _as_a_whole(explanation: Explanation, language: str) -> Iterator[dict[str, str]]:
    """Yield what the page gets beside its fields, and what all that makes."""
    for name, points in explanation.bonuses.items():
        yield {"term": str(BONUSES[name]), "value": f"+{_number(points, language)}"}
    if explanation.text is None or explanation.total is None:
        return
    text = f"+{_number(explanation.text, language)}"
    yield {"term": _("How often the words stand in the text, and how rare they are"), "value": text}
    if explanation.weight != 1:
        weight = f"× {_number(explanation.weight, language)}"
        yield {"term": _("How much the page is read"), "value": weight}
    yield {"term": _("Together"), "value": _number(explanation.total, language)}


def _bet(bet: BestBet, said: str, *, may_edit: bool) -> dict[str, str]:
    text = said % {"page": bet.page.title}
    url = reverse("best-bets:edit", args=[bet.pk]) if may_edit else ""
    return {"text": f"{text} {bet.reason}", "url": url}


def _plus(points: float, language: str) -> str:
    return f" (+{_number(points, language)})" if points else ""


def _number(value: float, language: str) -> str:
    return format_number(Decimal(str(round(value, 2))), language)


def _listed(terms: Iterable[str], language: str) -> str:
    return format_list(list(terms), language)
