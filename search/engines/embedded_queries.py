"""How is a question put to tantivy?

A clause for each sense of a word: the best of its terms, by BM25 in the text and by what it is
worth in the fields that have a bonus (see `search.ranking`). A page must have as many of the words
as the question requires, and all of its phrases. tantivy is fastest where clauses lie side by side,
so none is put into another without need.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING

from tantivy import Occur, Query

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
    from collections.abc import Collection, Iterable, Iterator

    from tantivy import Schema

    from search.expansion import Alternative, Sense, Word
    from search.query import Question, Selection


def question_query(schema: Schema, question: Question, selection: Selection | None) -> Query:
    """Return the query for a question's words within what is selected."""
    words = [_clauses(schema, word) for word in question.asked]
    return Query.boolean_query(
        [
            *_musts(schema, question, words, selection),
            *((Occur.Should, each) for each in _bonuses(schema, question)),
            *((Occur.Should, each) for each in _local_first(schema, question, selection)),
        ]
    )


def matching_query(schema: Schema, question: Question, selection: Selection) -> Query:
    """Return the query that finds the same pages, and does not say which are better."""
    words = [_matches(schema, word) for word in question.asked]
    return Query.boolean_query(list(_musts(schema, question, words, selection)))


def documents_query(schema: Schema, ids: Collection[str]) -> Query:
    """Return the query for documents by their ids."""
    return Query.term_set_query(schema, "id", list(ids))


def any_document_query() -> Query:
    """Return the query for all documents."""
    return Query.all_query()


def _musts(
    schema: Schema,
    question: Question,
    words: Iterable[Iterable[Query]],
    selection: Selection | None,
) -> Iterator[tuple[Occur, Query]]:
    """What a page must have: of each word any of its clauses."""
    if question.required == 1:
        yield Occur.Must, _any(chain.from_iterable(words))
    else:
        clauses = [(Occur.Should, _any(word)) for word in words]
        yield Occur.Must, Query.boolean_query(clauses, question.required)
    for phrase in question.phrases:
        yield Occur.Must, Query.phrase_query(schema, WRITTEN, list(phrase))
    for each in selection.filters if selection else ():
        yield Occur.Must, _filter(schema, *each)
    if question.left_out:
        yield Occur.MustNot, documents_query(schema, question.left_out)


def _clauses(schema: Schema, word: Word) -> Iterator[Query]:
    for group in word.groups:
        if len(group) == 1:
            yield from _sense(schema, group[0])
        else:
            yield _all(_any(_sense(schema, sense)) for sense in group)
    if word.foreign:
        yield _worth(schema, FOREIGN, word.foreign, 1.0)
    if word.grams:
        yield _resembling(schema, word.grams)


def _sense(schema: Schema, sense: Sense) -> Iterator[Query]:
    texts = [
        Query.boost_query(Query.term_query(schema, WORDS, each.term, "freq"), each.relevance)
        for each in sense.alternatives
    ]
    yield _best(texts, SHARE_OF_OTHER_FORMS)
    for name, bonus in FIELD_BONUS.items():
        yield _worth(schema, name, sense.alternatives, bonus)


def _worth(schema: Schema, name: str, terms: Iterable[Alternative], bonus: float) -> Query:
    found = [
        Query.const_score_query(
            Query.term_query(schema, name, each.term, "basic"), each.worth * bonus
        )
        for each in terms
    ]
    return _best(found, 0.0)


def _resembling(schema: Schema, grams: tuple[str, ...]) -> Query:
    clauses = [(Occur.Should, Query.term_query(schema, GRAMS, gram, "freq")) for gram in grams]
    least = math.ceil(len(clauses) * SHARE_OF_GRAMS)
    return Query.boost_query(Query.boolean_query(clauses, least), GRAM_WEIGHT)


def _bonuses(schema: Schema, question: Question) -> Iterator[Query]:
    """Reward a service, and a page that has all of several words, in whatever sense."""
    for kind in sorted(SERVICE_KINDS):  # Of which a page has one, so that these do not add up.
        service = Query.term_query(schema, facet_field("kind"), kind, "basic")
        yield Query.const_score_query(service, SERVICE_BONUS * question.worth)
    if len(question.met) > 1:
        having_all = _all(_any(_ways(schema, word)) for word in question.met)
        yield Query.const_score_query(having_all, ALL_WORDS_BONUS * question.worth)


def _local_first(
    schema: Schema, question: Question, selection: Selection | None
) -> Iterator[Query]:
    """Reward what holds in the chosen places themselves beside what holds everywhere."""
    if selection and (areas := selection.local_areas):
        local = Query.term_set_query(schema, facet_field("area"), areas)
        yield Query.const_score_query(local, LOCAL_BONUS * question.worth)


def _matches(schema: Schema, word: Word) -> Iterator[Query]:
    yield from _ways(schema, word)
    if word.grams:
        yield _resembling(schema, word.grams)


def _ways(schema: Schema, word: Word) -> Iterator[Query]:
    """The ways in which a page can have a word."""
    for group in word.groups:
        yield _all(_any(_terms(schema, sense)) for sense in group)
    for each in word.foreign:
        yield Query.term_query(schema, FOREIGN, each.term, "basic")


def _terms(schema: Schema, sense: Sense) -> Iterator[Query]:
    return (Query.term_query(schema, WORDS, each.term, "basic") for each in sense.alternatives)


def _best(queries: list[Query], share_of_others: float) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.disjunction_max_query(queries, share_of_others)


def _all(queries: Iterable[Query]) -> Query:
    musts = list(queries)
    if len(musts) == 1:
        return musts[0]
    return Query.boolean_query([(Occur.Must, query) for query in musts])


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries], 1)


def _filter(schema: Schema, facet: str, values: tuple[str, ...]) -> Query:
    """Any of the values will do, and none of them adds to the score."""
    return Query.const_score_query(Query.term_set_query(schema, facet_field(facet), values), 0.0)
