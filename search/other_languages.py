"""Which pages in other languages help a reader for whom there is little in their own?

They are looked for in the site's language first, then in English, then in the others: by the words
as they were typed, since many know the foreign word; by the terms of translators; and by the
keywords that the pages found in the reader's language have in the other one. A page that exists in
the reader's language is not shown in another, and the reader's filters hold in all languages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from search import term_base
from search.query import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.engines import Finder, Hit
    from search.query import Question, Selection
    from search.searching import Answer

FEW = 3
MOST_SHOWN = 5
HITS_LOOKED_AT = 2 * MOST_SHOWN
MOST_TRIES = 3
PAGES_THAT_LEAD = 3
MOST_KEYWORDS = 8


@dataclass(frozen=True, slots=True)
class Abroad:
    """A page in another language, and the question that found it there."""

    hit: Hit
    question: Question


def elsewhere(engine: Finder, answer: Answer, languages: Iterable[str]) -> list[Abroad]:
    """Return up to five pages in these languages, in their order, the best of each first."""
    question = answer.question
    filters = replace(answer.selection, by_title=False)
    shown: list[Abroad] = []
    leads = [hit.document.id for hit in answer.hits[:PAGES_THAT_LEAD]]
    for language in languages:
        text = _in_their_words(engine, question, leads, language)
        asked = ask(text, language, engine.vocabulary(language), literally=True).without_phrases()
        if not any(word.is_known for word in asked.words):
            continue
        seen = {each.hit.document.id for each in shown}
        hits = _not_in(question.language, engine, asked.without(seen), filters)
        shown += [Abroad(hit, asked) for hit in hits]
        if len(shown) >= MOST_SHOWN:
            break
    return shown[:MOST_SHOWN]


def languages_for(reader: str, languages: Iterable[str], source: str) -> list[str]:
    """Return the languages in which to look for a reader: the source language, English, others."""
    first = {source: 0, "en": 1}
    others = (language for language in languages if language != reader)
    return sorted(others, key=lambda language: first.get(language, 2))


def _not_in(reader: str, engine: Finder, question: Question, filters: Selection) -> list[Hit]:
    """Return what is found and does not exist in the reader's language, best first.

    Where nothing but the reader's own pages is found they are left out, and it is asked again.
    """
    for _ in range(MOST_TRIES):
        hits = engine.search(question, filters, limit=HITS_LOOKED_AT).hits
        own = engine.fetch(reader, [hit.document.id for hit in hits])
        foreign = [hit for hit in hits if hit.document.id not in own]
        if foreign or len(hits) < HITS_LOOKED_AT:
            return foreign
        question = question.without(own)
    return []


def _in_their_words(engine: Finder, question: Question, leads: Sequence[str], language: str) -> str:
    """Return what is asked in another language: first what was typed."""
    terms = term_base.equivalents(question.text, question.language, language)
    pages = engine.fetch(language, leads).values()
    keywords = [keyword for page in pages for keyword in page.keywords]
    return " ".join(dict.fromkeys((question.text, *terms, *keywords[:MOST_KEYWORDS])))
