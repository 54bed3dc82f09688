"""How are titles found in the embedded index by the beginnings of their words?

A title must have all words, each as the beginning of one of its own or in another of its forms.
Those stand first that are just what was typed, then those that begin with it; then those that have
its words to their end, services, and the shorter ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tantivy import Occur, Query

from search.beginnings import BEGIN, END, whole_title
from search.documents import SERVICE_KINDS, facet_field
from search.indexing import STARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tantivy import Schema, Searcher

    from search.beginnings import TypedText, TypedWord

TITLE, KIND = "title", facet_field("kind")
WHOLE_TITLE, TITLE_BEGINS, WORD_BEGINS, WORD_ENDS, IS_SERVICE = 16.0, 8.0, 4.0, 2.0, 1.0
SHORTNESS = 0.01  # Keeps what BM25 makes of a title's length below all other differences.


def title_query(schema: Schema, typed: TypedText) -> Query:
    """Return the query for the titles that have words of these beginnings."""
    musts = [(Occur.Must, _any(_met(schema, word))) for word in typed.required]
    return Query.boolean_query([*musts, *((Occur.Should, each) for each in _better(schema, typed))])


def has_titles(searcher: Searcher, word: TypedWord) -> bool:
    """Say whether a title has a word that begins so, or one of its forms."""
    return searcher.doc_freq(STARTS, word.beginning) > 0 or any(
        searcher.doc_freq(TITLE, form) for form in word.forms
    )


def _better(schema: Schema, typed: TypedText) -> Iterator[Query]:
    """Yield what lets one title stand before another."""
    whole = whole_title([word.written for word in typed.words])
    yield _valued(_term(schema, whole), WHOLE_TITLE)
    yield _valued(_any(_begins(schema, word, BEGIN) for word in typed.first_words), TITLE_BEGINS)
    for word in typed.words:
        yield _valued(_term(schema, word.written + END), WORD_ENDS)
        if word not in typed.required:
            yield _valued(_begins(schema, word), WORD_BEGINS)
    for kind in SERVICE_KINDS:
        yield _valued(_term(schema, kind, KIND), IS_SERVICE)
    yield Query.boost_query(_term(schema, typed.required[0].beginning), SHORTNESS)


def _met(schema: Schema, word: TypedWord) -> Iterator[Query]:
    yield _valued(_begins(schema, word), WORD_BEGINS)
    for form in (*word.forms, *word.similar):
        yield _valued(_term(schema, form, TITLE), 0.0)


def _begins(schema: Schema, word: TypedWord, mark: str = "") -> Query:
    beginning = mark + word.beginning
    if word.is_misspelt:
        return Query.fuzzy_term_query(schema, STARTS, beginning)
    return _term(schema, beginning)


def _term(schema: Schema, term: str, name: str = STARTS) -> Query:
    return Query.term_query(schema, name, term, "basic")


def _valued(query: Query, value: float) -> Query:
    return Query.const_score_query(query, value)


def _any(queries: Iterable[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries], 1)
