"""What is the answer to an address of the search, with its filters, places and names?

    found = answer_to(request.GET, "nl", engine)

Filters by something unknown, or not published in the reader's language, are left out: nobody
could see what they stand for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from search.areas import is_local, national_area
from search.best_bets import bets_for
from search.helping import NO_HELP, Help, help_for
from search.names import NAMED_PAGES, Names
from search.other_languages import languages_for
from search.page_documents import searched_languages
from search.places import Place, find_places, places_with
from search.query import ask, clean_text, page_number, select
from search.searching import find
from search.synonyms import synonyms_for

if TYPE_CHECKING:
    from django.http import QueryDict

    from search.engines import Finder
    from search.query import Question, Selection
    from search.searching import Answer

LONGEST_PLACE = 80
MOST_SHORTER_TRIED = 12
MOST_SHORTER_QUERIES = 5


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """What was typed for a place, and the places it can mean: one, several or none."""

    text: str
    found: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, the names of its facets' values, and how a typed place was understood.

    Where nothing is found, `fewer_words` are parts of the query that find something; `help` has
    other spellings, and pages in other languages.
    """

    answer: Answer
    names: Names
    place: PlaceAsked | None = None
    fewer_words: tuple[str, ...] = ()
    help: Help = NO_HELP


def answer_to(parameters: QueryDict, language: str, engine: Finder) -> Found:
    """Answer an address; raises `NoIndexError` as the engine does."""
    selected = select(parameters)
    question = _question(parameters.get("q", ""), language, engine, literally=selected.literally)
    bets = bets_for(question.text, language, on=timezone.localdate())
    page = page_number(parameters.get("page", ""))
    place = _place_asked(parameters.get("place", ""))
    selection = _within_areas(selected, place)
    answer = find(engine, question, selection, page, bets)
    names = _names_of(answer)
    named = _without_nameless(selection, names)
    if named != selection:
        answer = find(engine, question, named, page, bets)
        names = _names_of(answer)
    fewer = () if answer.total else _fewer_words(engine, answer)
    others = languages_for(language, searched_languages(), settings.LANGUAGE_CODE)
    return Found(answer, names, place, fewer, help_for(answer, engine, others))


def _question(text: str, language: str, engine: Finder, *, literally: bool) -> Question:
    vocabulary = engine.vocabulary(language)
    return ask(text, language, vocabulary, synonyms_for, literally=literally)


def _place_asked(text: str) -> PlaceAsked | None:
    typed = clean_text(text)[:LONGEST_PLACE]
    return PlaceAsked(typed, tuple(find_places(typed))) if typed else None


def _within_areas(selection: Selection, place: PlaceAsked | None) -> Selection:
    """Add the place that was typed, and the areas around all chosen ones.

    While a typed place is not known, or not which one is meant, what holds everywhere is shown.
    """
    chosen = selection.of("area")
    if place:
        typed = (place.found[0].key,) if len(place.found) == 1 else ()
        chosen = tuple(dict.fromkeys((*chosen, *typed))) or (national_area(),)
    if not chosen:
        return selection
    known = places_with(filter(is_local, chosen))
    kept = tuple(key for key in chosen if key in known or key == national_area())
    around = {area for key in kept if key in known for area in known[key].around}
    outside = tuple(sorted(around.difference(kept)))
    return replace(selection.with_values("area", kept), around=outside if kept else ())


def _names_of(answer: Answer) -> Names:
    values = {
        facet: {*answer.counts.get(facet, {}), *answer.selection.of(facet)}
        for facet in (*NAMED_PAGES, "area")
    }
    return Names(values, answer.question.language)


def _without_nameless(selection: Selection, names: Names) -> Selection:
    for facet in NAMED_PAGES:
        values = selection.of(facet)
        named = tuple(value for value in values if names.of(facet, value))
        if named != values:
            selection = selection.with_values(facet, named)
    return selection


def _fewer_words(engine: Finder, answer: Answer) -> tuple[str, ...]:
    """Return the words that the site has, less one, or one alone, where that finds something.

    At most twelve such queries are tried, most single words among them, and five returned.
    """
    question = answer.question
    if question.required == 1 and question.asked == question.words and not question.phrases:
        return ()  # One of the words was enough, and none was found.
    words = [word.text for word in question.words if word.is_met][:MOST_SHORTER_TRIED]
    left_out = range(min(len(words), MOST_SHORTER_TRIED - len(words)))
    shorter = (" ".join(words[:place] + words[place + 1 :]) for place in left_out)
    language, selection = question.language, answer.selection
    shorter_questions = (
        _question(text, language, engine, literally=selection.literally)
        for text in dict.fromkeys((*shorter, *words))
    )
    found = (
        each.text
        for each in shorter_questions
        if each.words and engine.search(each, selection, limit=1).total
    )
    return tuple(islice(found, MOST_SHORTER_QUERIES))
