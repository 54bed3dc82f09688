"""How is a question put to Elasticsearch? As `embedded_queries` puts it to the embedded index.

The same clauses with the same weights, so that both engines rank alike: whoever changes one
changes the other.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, Any

from search.documents import SERVICE_KINDS, facet_field
from search.indexing import FOREIGN, GRAMS, WORDS, WRITTEN
from search.ranking import (
    ALL_WORDS_BONUS,
    FIELD_BONUS,
    GRAM_WEIGHT,
    LOCAL_BONUS,
    SERVICE_BONUS,
    SHARE_OF_GRAMS,
    SHARE_OF_OTHER_FORMS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.expansion import Alternative, Sense, Word
    from search.query import Question, Selection

Clause = dict[str, Any]


def question_query(
    question: Question, selection: Selection | None, *, is_filtered: bool = True
) -> Clause:
    """Return the query for a question's words, within what is selected unless told otherwise."""
    phrases = [{"match_phrase": {WRITTEN: " ".join(phrase)}} for phrase in question.phrases]
    return {
        "bool": {
            "must": [_words(question), *phrases],
            "filter": filters(selection) if selection and is_filtered else [],
            "should": [*_bonuses(question), *_local_first(question, selection)],
            "must_not": [documents_query(question.left_out)] if question.left_out else [],
        }
    }


def documents_query(ids: Iterable[str]) -> Clause:
    """Return the query for documents by their ids."""
    return {"terms": {"id": sorted(ids)}}


def filters(selection: Selection) -> list[Clause]:
    """Any of a facet's values will do, and none of them adds to the score."""
    return [{"terms": {facet_field(name): list(values)}} for name, values in selection.filters]


def _words(question: Question) -> Clause:
    words = [list(_clauses(word)) for word in question.asked]
    if question.required == 1:
        return _any(chain.from_iterable(words))
    return _any(map(_any, words), question.required)


def _clauses(word: Word) -> Iterator[Clause]:
    for group in word.groups:
        if len(group) == 1:
            yield from _sense(group[0])
        else:
            yield _all(_any(_sense(sense)) for sense in group)
    if word.foreign:
        yield _worth(FOREIGN, word.foreign, 1.0)
    if word.grams:
        yield _resembling(word.grams)


def _sense(sense: Sense) -> Iterator[Clause]:
    texts = [_term(WORDS, each.term, each.relevance) for each in sense.alternatives]
    yield _best(texts, SHARE_OF_OTHER_FORMS)
    for name, bonus in FIELD_BONUS.items():
        yield _worth(name, sense.alternatives, bonus)


def _worth(name: str, terms: Iterable[Alternative], bonus: float) -> Clause:
    return _best([_constant(_term(name, each.term), each.worth * bonus) for each in terms], 0.0)


def _resembling(grams: tuple[str, ...]) -> Clause:
    clauses = [_term(GRAMS, gram) for gram in grams]
    return _any(clauses, math.ceil(len(clauses) * SHARE_OF_GRAMS), GRAM_WEIGHT)


def _bonuses(question: Question) -> Iterator[Clause]:
    """Reward a service, and a page that has all of several words, in whatever sense."""
    services = {"terms": {facet_field("kind"): sorted(SERVICE_KINDS)}}
    yield _constant(services, SERVICE_BONUS * question.worth)
    if len(question.met) > 1:
        having_all = _all(_any(_ways(word)) for word in question.met)
        yield _constant(having_all, ALL_WORDS_BONUS * question.worth)


def _local_first(question: Question, selection: Selection | None) -> Iterator[Clause]:
    """Reward what holds in the chosen places themselves beside what holds everywhere."""
    if selection and (areas := selection.local_areas):
        local = {"terms": {facet_field("area"): list(areas)}}
        yield _constant(local, LOCAL_BONUS * question.worth)


def _ways(word: Word) -> Iterator[Clause]:
    """The ways in which a page can have a word."""
    for group in word.groups:
        yield _all(_any(_terms(sense)) for sense in group)
    for each in word.foreign:
        yield _term(FOREIGN, each.term)


def _terms(sense: Sense) -> Iterator[Clause]:
    return (_term(WORDS, each.term) for each in sense.alternatives)


def _all(clauses: Iterable[Clause]) -> Clause:
    return {"bool": {"must": list(clauses)}}


def _any(clauses: Iterable[Clause], least: int = 1, weight: float = 1.0) -> Clause:
    return {"bool": {"should": list(clauses), "minimum_should_match": least, "boost": weight}}


def _best(clauses: list[Clause], share_of_others: float) -> Clause:
    if len(clauses) == 1:
        return clauses[0]
    return {"dis_max": {"queries": clauses, "tie_breaker": share_of_others}}


def _constant(clause: Clause, score: float) -> Clause:
    return {"constant_score": {"filter": clause, "boost": score}}


def _term(field: str, value: str, weight: float = 1.0) -> Clause:
    return {"term": {field: {"value": value, "boost": weight}}}
