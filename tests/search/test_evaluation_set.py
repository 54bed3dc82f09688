"""Is the set on which the search is measured whole, fair, and hard enough?"""

from __future__ import annotations

from collections import Counter

import pytest

from search.evaluation.documents import BACKGROUND, evaluated_documents, judged_documents
from search.evaluation.judgements import (
    CATEGORIES,
    HELD_OUT,
    SPLITS,
    judged_languages,
    judged_queries,
)
from search.evaluation.metrics import mean, outcome
from search.evaluation.plain import PlainSearch
from search.evaluation.variants import queries_without_diacritics, typo_queries
from services.language.tokens import TOKEN
from services.models.choices import OFFICIAL_LANGUAGES

TARGETS = {
    *("moving", "birth-certificate", "driving-licence", "ehic", "diploma"),
    *("starting-business", "posted-workers", "pension"),
}
OTHERS = 16
LONG_ENOUGH = 4  # Shorter words are articles and the like.
TOO_EASY = 0.60

each_language = pytest.mark.parametrize("language", judged_languages())


def titles(language: str) -> dict[str, str]:
    return {document.id: document.title for document in judged_documents(language)}


def words(text: str) -> set[str]:
    return {word.lower() for word in TOKEN.findall(text) if len(word) >= LONG_ENOUGH}


def test_all_official_languages_are_judged() -> None:
    assert set(judged_languages()) == set(OFFICIAL_LANGUAGES)


@each_language
def test_language_has_the_targets_among_others_like_them(language: str) -> None:
    found = set(titles(language))

    assert found >= TARGETS
    assert len(found - TARGETS) >= OTHERS
    assert len(list(evaluated_documents(language))) == len(found) + BACKGROUND


@each_language
def test_background_is_always_the_same(language: str) -> None:
    assert list(evaluated_documents(language))[-1] == list(evaluated_documents(language))[-1]


@each_language
def test_judgements_name_pages_grades_categories_and_halves(language: str) -> None:
    queries = judged_queries(language)

    assert len({judged.query for judged in queries}) == len(queries) >= 40
    assert {page for judged in queries for page in judged.grades} <= set(titles(language))
    assert all(max(judged.grades.values()) == 3 for judged in queries)
    assert {grade for judged in queries for grade in judged.grades.values()} <= {1, 2, 3}
    assert {judged.category for judged in queries} <= set(CATEGORIES)
    assert Counter(judged.split for judged in queries).keys() == set(SPLITS)


@each_language
def test_half_of_the_queries_are_held_out(language: str) -> None:
    queries = judged_queries(language)
    held_out = sum(judged.split == HELD_OUT for judged in queries)

    assert abs(2 * held_out - len(queries)) <= 1


@each_language
@pytest.mark.parametrize("category", ["inflected", "typo", "question", "synonym"])
def test_what_makes_a_search_hard_is_asked_often(language: str, category: str) -> None:
    queries = judged_queries(language)

    assert sum(judged.category == category for judged in queries) >= 0.15 * len(queries)


@each_language
def test_few_queries_are_words_of_the_title(language: str) -> None:
    queries = judged_queries(language)

    assert sum(judged.category == "exact" for judged in queries) <= 0.10 * len(queries)


@each_language
def test_query_in_other_words_has_no_word_of_its_targets_title(language: str) -> None:
    known = titles(language)
    repeated = [
        (judged.query, page)
        for judged in judged_queries(language)
        if judged.category in {"inflected", "compound", "synonym"}
        for page in judged.targets
        if words(judged.query) & words(known[page])
    ]

    assert repeated == []


@each_language
def test_no_query_is_a_keyword_of_its_target(language: str) -> None:
    keywords = {each.id: {k.lower() for k in each.keywords} for each in judged_documents(language)}
    repeated = [
        judged.query
        for judged in judged_queries(language)
        if judged.category in {"inflected", "compound", "synonym"}
        and any(judged.query.lower() in keywords[page] for page in judged.targets)
    ]

    assert repeated == []


@each_language
def test_typos_and_missing_accents_are_those_of_the_script(language: str) -> None:
    documents = judged_documents(language)
    made = {*typo_queries(documents, language), *queries_without_diacritics(documents, language)}
    judged = {
        (each.query, each.targets[0])
        for each in judged_queries(language)
        if each.category in {"typo", "diacritics"}
    }

    assert judged <= made


@each_language
def test_set_is_too_hard_for_a_search_that_knows_no_language(language: str) -> None:
    search = PlainSearch(evaluated_documents(language))
    outcomes = [outcome(search.find(each.query), each.grades) for each in judged_queries(language)]

    assert mean(outcomes)["hit@5"] <= TOO_EASY
