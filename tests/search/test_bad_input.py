"""Whatever is typed, a search is answered, and does not grow without bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.answering import answer_to
from search.query import LAST_PAGE, LONGEST_QUERY, MOST_WORDS, ask, page_number, select
from search.result_feed import as_feed
from search.result_json import as_json
from search.result_page import as_context
from search.searching import HITS_ON_A_PAGE, find
from search.suggesting import MOST_SUGGESTIONS, suggest
from search.vocabulary import Vocabulary
from services.language.analysis import analyse
from tests.search.documents import asked, build, document
from tests.search.hostile import PLANES, addresses, limited, texts

if TYPE_CHECKING:
    from django.test import Client

    from search.engines import Engine
    from search.engines.embedded import EmbeddedEngine

LANGUAGES = st.sampled_from(["nl", "en", "de"])
MOST_TERMS = 500
NOT_MARKED = re.compile(r"<(?!/?mark>)")
TEXTS = {
    "nl": ("Verhuizing doorgeven", 'Geef <b>uw</b> verhuizing "door" & betaal niets.'),
    "en": ("Report a move", "Tell us </mark> when you move house."),
    "de": ("Umzug melden", "Melden Sie den Umzug mit Formular E112."),
}


@pytest.fixture
def filled(each_engine: Engine) -> Engine:
    return lay(each_engine)


@pytest.fixture
def titled(embedded_engine: EmbeddedEngine) -> EmbeddedEngine:
    lay(embedded_engine)
    return embedded_engine


def lay(engine: Engine) -> Engine:
    documents = [
        document(10 * place + number, language=language, title=f"{title} {number}", summary=text)
        for place, (language, (title, text)) in enumerate(TEXTS.items(), start=1)
        for number in range(9)
    ]
    build(engine, documents)
    return engine


@limited(300)
@given(text=texts, language=LANGUAGES)
def test_a_question_has_bounds(text: str, language: str) -> None:
    question = ask(text, language, Vocabulary(language))

    assert len(question.text) <= LONGEST_QUERY
    assert len(question.words) <= MOST_WORDS
    assert all(len(phrase) <= MOST_WORDS for phrase in question.phrases)
    assert sum(len(phrase) for phrase in question.phrases) <= LONGEST_QUERY


@limited(300)
@given(text=texts, language=st.sampled_from(["bg", "el", "ga", "mt", "fi", "fr", "ro", "hu"]))
def test_words_of_any_language_stand_in_the_text_that_was_typed(text: str, language: str) -> None:
    terms = analyse(text, language)

    assert all(0 <= term.start < term.end <= len(text) for term in terms)
    assert all(term.forms and all(term.forms) for term in terms)


@limited(300)
@given(text=texts)
def test_every_text_is_the_number_of_a_page(text: str) -> None:
    assert 1 <= page_number(text) <= LAST_PAGE


@limited()
@given(text=texts, language=LANGUAGES)
def test_any_text_is_looked_for(filled: Engine, text: str, language: str) -> None:
    question = asked(filled, text, language)

    found = find(filled, question, select(QueryDict()))

    scores = [hit.score for hit in found.hits]
    assert len(found.hits) <= min(found.total, HITS_ON_A_PAGE)
    assert scores == sorted(scores, reverse=True)
    assert sum(1 for word in question.words for _ in word.terms) <= MOST_TERMS


@pytest.mark.usefixtures("tree")
@limited()
@given(parameters=addresses(), language=LANGUAGES)
def test_any_address_is_answered(filled: Engine, parameters: QueryDict, language: str) -> None:
    found = answer_to(parameters, language, filled)

    shown = as_json(found)
    snippets = [result["snippet"] for result in shown["results"]]
    assert shown["total"] >= len(shown["results"])
    assert 1 <= shown["page"] <= LAST_PAGE
    assert not any(map(NOT_MARKED.search, snippets))
    assert as_feed(found)
    assert as_context(found)


@pytest.mark.django_db
@limited()
@given(text=texts, language=LANGUAGES)
def test_any_beginning_gets_suggestions(titled: Any, text: str, language: str) -> None:
    found = suggest(titled, text, language)

    assert len(found) <= MOST_SUGGESTIONS
    assert all(each.text and each.url for each in found)


@pytest.mark.django_db
@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("form", ["html", "json", "atom"])
@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "\x00"},
        {"q": "verhuizen\x00paspoort"},
        {"q": '"'},
        {"q": "'"},
        {"q": " "},
        {"q": "AND OR NOT (title:x) ^2 ~ * [a TO b] \\"},
        {"q": "woord " * 5000},
        {"q": " ".join(f"w{number}" for number in range(5000))},
        {"q": "x" * 10_240},
        {"q": "é" * 10_240},
        *({"q": plane} for plane in PLANES),
        {"q": "\u202e\u200f\ufeff\u00ad"},
        {"q": "paspoort", "page": "-1"},
        {"q": "paspoort", "page": "1" + "0" * 40},
        {"q": "paspoort", "page": "\x00"},
        {"q": "paspoort", "page": "1.5"},
        {"q": "paspoort", "kind": "car", "audience": "\x00", "colour": "red"},
        {"q": "paspoort", "kind": ["topic"] * 500},
        {"q": ["paspoort", "rijbewijs"]},
    ],
)
def test_whatever_is_typed_the_answer_is_an_ordinary_page(
    client: Client, parameters: dict[str, str], form: str
) -> None:
    assert client.get("/nl/search/", {**parameters, "format": form}).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("query", ["q=%ff%fe", "q=%ed%a0%80", "q=%00", "q", "&&&=&", "q=%u0041"])
def test_bytes_that_are_no_text_are_an_ordinary_page(client: Client, query: str) -> None:
    assert client.get(f"/nl/search/?{query}").status_code == 200
