"""A site begins with synonyms, which its editors may change."""

from __future__ import annotations

import pytest

from search.models import Synonym
from search.operations import load_synonyms
from search.starting_synonyms import starting_synonyms


def test_each_language_has_those_of_all_too() -> None:
    codes = [each for each in starting_synonyms("mt") if "EHIC" in each.meanings]

    assert codes
    assert len(starting_synonyms("nl")) > 60


def test_another_language_has_none() -> None:
    assert starting_synonyms("is") == ()


@pytest.mark.django_db
def test_languages_without_synonyms_get_them_once() -> None:
    made = load_synonyms()

    assert made["nl"] == len(starting_synonyms("nl"))
    assert load_synonyms() == {}


@pytest.mark.django_db
def test_a_language_whose_editors_have_begun_is_left_alone() -> None:
    Synonym.objects.create(language="nl", words="karretje", meanings="auto")

    assert "nl" not in load_synonyms()


@pytest.mark.django_db
def test_what_is_loaded_is_as_editors_would_write_it() -> None:
    load_synonyms()

    for synonym in Synonym.objects.filter(language="nl"):
        synonym.full_clean()
