"""What each language brings to the analysis of its words, dictionaries aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.language import analysis
from services.language.analysis import forms_of, is_stop_word
from services.language.recipes import RECIPES, recipe_for
from services.language.stems import stemmer_names
from services.language.stop_words import STOP_WORDS
from services.models.choices import OFFICIAL_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def _no_dictionaries(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.LANGUAGE_DICTIONARY_DIR = tmp_path
    analysis.forget()
    yield
    analysis.forget()


def test_every_official_language_has_a_recipe_and_stop_words() -> None:
    assert set(RECIPES) == set(STOP_WORDS) == set(OFFICIAL_LANGUAGES)


def test_stemmers_are_those_that_are_installed() -> None:
    assert {recipe.stemmer for recipe in RECIPES.values() if recipe.stemmer} <= stemmer_names()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("bg", "Удостоверение", "udostoverenie"),
        ("bg", ["шофьорска", "книжка"][0], "shofiorska"),
        ("bg", "жена", "jena"),
        ("bg", "адресна", "adresna"),
        ("cs", "průkazy", "průkaz"),
        ("da", "Ægteskab", "aegteskab"),
        ("da", "Aabenraa", "Åbenrå"),
        ("el", "άδεια", "ΑΔΕΙΑ"),
        ("el", "δίπλωμα", "diploma"),
        ("el", "οδήγησης", "odigisis"),
        ("el", "χρόνος", "xronos"),
        ("el", "χρόνος", "chronos"),
        ("el", "σύνταξη", "syntaksi"),
        ("el", "εργαζόμενος", "ergazomenos"),
        ("fr", "l'école", "école"),
        ("fr", "qu’une", "une"),
        ("fr", "d’assurance", "assurance"),
        ("ga", "gcárta", "cárta"),
        ("ga", "bhaile", "baile"),
        ("ga", "t-ainm", "ainm"),
        ("ga", "bhfoirm", "foirm"),
        ("hu", "jogosítványt", "jogosítvány"),
        ("it", "dell'assicurazione", "assicurazione"),
        ("it", "un’attività", "attivita"),
        ("lt", "pažymėjimas", "pažymėjimo"),
        ("mt", "l-iskola", "skola"),
        ("mt", "b'ċertifikat", "certifikat"),
        ("pl", "zaświadczenia", "zaświadczenie"),
        ("ro", "naştere", "naștere"),
        ("sv", "licenser", "licens"),
    ],
)
def test_two_spellings_or_forms_meet(language: str, one: str, other: str) -> None:
    assert not set(forms_of(one, language)).isdisjoint(forms_of(other, language))


@pytest.mark.parametrize(
    ("language", "word", "written"),
    [("fr", "aujourd'hui", "aujourdhui"), ("mt", "e-mail", "email"), ("fr", "d'", "d")],
)
def test_prefix_goes_only_where_a_word_is_left(language: str, word: str, written: str) -> None:
    assert recipe_for(language).written_form(word) == written


@pytest.mark.parametrize(
    ("language", "word"),
    [("el", "πώς"), ("el", "pos"), ("bg", "как"), ("fr", "où"), ("pl", "się"), ("mt", "x'inhu")],
)
def test_stop_words_are_folded_as_the_words_of_a_question(language: str, word: str) -> None:
    assert is_stop_word(recipe_for(language).written_form(word), language)


@pytest.mark.parametrize(
    ("written", "form"),
    [("2002", "2002"), ("112", "112"), ("A11", "a11"), ("S-1", "s1"), ("TS1", "ts1"), ("m²", "m2")],
)
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_codes_and_numbers_have_their_normal_form_alone(
    language: str, written: str, form: str
) -> None:
    assert forms_of(written, language) == (form,)


def test_codes_in_either_script_meet() -> None:
    assert forms_of("Е112", "bg") == forms_of("E112", "bg")


@pytest.mark.parametrize("code", ["A1", "S1", "E112", "EHIC"])
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_form_numbers_are_never_stop_words(language: str, code: str) -> None:
    assert not is_stop_word(forms_of(code, language)[0], language)
