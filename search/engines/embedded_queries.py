"""How is a question put to tantivy?

One clause a word; in it the best of all fields and forms counts, see `search.ranking`. A document
must have as many of the words as the question requires. Loosely, one is enough, and a title or
keyword that has half of a word's groups of letters counts as having it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tantivy import Occur, Query

from search.ranking import FIELD_WEIGHTS, GRAM_WEIGHT, SHARE_OF_GRAMS, SHARE_OF_OTHER_FIELDS

if TYPE_CHECKING:
    from tantivy import Schema

    from search.query import Question, Selection, Word


def question_query(
    schema: Schema, question: Question, selection: Selection | None, *, loosely: bool
) -> Query:
    """Return the query for a question's words within what is selected."""
    words = [(Occur.Should, _word_query(schema, word, loosely)) for word in question.words]
    required = 1 if loosely else question.required
    asked = Query.boolean_query(words, required)
    if not selection:
        return asked
    filters = [_filter(schema, facet, values) for facet, values in selection.chosen]
    return Query.boolean_query([(Occur.Must, asked), *((Occur.Must, each) for each in filters)])


def document_query(schema: Schema, document_id: str) -> Query:
    """Return the query for one document."""
    return Query.term_query(schema, "id", document_id, "basic")


def any_document_query() -> Query:
    """Return the query for all documents."""
    return Query.all_query()


def _word_query(schema: Schema, word: Word, loosely: bool) -> Query:
    exact = [
        Query.boost_query(Query.term_query(schema, name, form, "freq"), weight * form_weight)
        for name, weight in FIELD_WEIGHTS.items()
        for form, form_weight in word.forms
    ]
    if loosely and word.grams:
        exact.append(_resembling(schema, word))
    return Query.disjunction_max_query(exact, SHARE_OF_OTHER_FIELDS)


def _resembling(schema: Schema, word: Word) -> Query:
    clauses = [
        (Occur.Should, Query.term_query(schema, "grams", gram, "freq")) for gram in word.grams
    ]
    least = math.ceil(len(clauses) * SHARE_OF_GRAMS)
    return Query.boost_query(Query.boolean_query(clauses, least), GRAM_WEIGHT)


def _filter(schema: Schema, facet: str, values: tuple[str, ...]) -> Query:
    """Any of the values will do, and none of them adds to the score."""
    return Query.const_score_query(Query.term_set_query(schema, facet, values), 0.0)
