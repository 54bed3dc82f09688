"""Inflected, accent-less and differently spelt words meet."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from services.language import analysis
from services.language.analysis import (
    Term,
    analyse,
    forms_of,
    is_stop_word,
    terms_with,
)
from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.fixtures import Settings


def meet(one: str, other: str, language: str) -> bool:
    return not set(forms_of(one, language)).isdisjoint(forms_of(other, language))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "rijbewijzen", "rijbewijs"),
        ("nl", "verhuisd", "verhuizen"),
        ("nl", "verhuizing", "verhuizen"),
        ("nl", "kinderen", "kind"),
        ("nl", "foto's", "foto"),
        ("nl", "diploma’s", "diploma"),
        ("nl", "geboorteaktes", "geboorteakte"),
        ("nl", "identiteit", "IDENTITEIT"),
        ("nl", "financien", "financiën"),
        ("en", "licences", "licence"),
        ("en", "children", "child"),
        ("en", "moving", "moved"),
        ("en", "driver's", "driver"),
        ("en", "cafe", "café"),
        ("de", "Führerscheine", "führerschein"),
        ("de", "fuehrerscheine", "Führerschein"),
        ("de", "fuhrerschein", "Führerscheine"),
        ("de", "Häuser", "haus"),
        ("de", "haeuser", "Haus"),
        ("de", "Ärzte", "arzt"),
        ("de", "Straßen", "strasse"),
        ("de", "umgezogen", "umziehen"),
        ("de", "Gebuehren", "gebühr"),
        ("nl-be", "rijbewijzen", "rijbewijs"),
    ],
)
def test_forms_of_one_word_meet(language: str, one: str, other: str) -> None:
    assert meet(one, other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "rijbewijs", "paspoort"),
        ("nl", "belasting", "bestelling"),
        ("en", "tax", "taxi"),
        ("de", "Gebühr", "Geburt"),
    ],
)
def test_different_words_do_not_meet(language: str, one: str, other: str) -> None:
    assert not meet(one, other, language)


@pytest.mark.parametrize("code", ["A1", "a1", "S1", "E112", "E-112", "U2", "2026"])
def test_a_code_has_no_form_but_its_own(code: str) -> None:
    assert forms_of(code, "nl") == (code.lower().replace("-", ""),)


def test_the_written_form_comes_first() -> None:
    assert forms_of("Rijbewijzen", "nl") == ("rijbewijzen", "rijbewijs")


def test_terms_know_their_place() -> None:
    assert analyse("Mijn foto's!", "nl") == [
        Term("Mijn", 0, 4, ("mijn",)),
        Term("foto's", 5, 11, ("fotos", "foto")),
    ]


def test_what_has_no_letter_is_no_term() -> None:
    assert analyse("— _ … ’ \x00", "nl") == []


# What words begin and end with, what stands in them, and what parts them.
SIGNS = ("A", "é", "Σ", "2", "_", "-", "'", "’", ".", "(", "\u00ad", "\u0301", "\u200b", "ß")
SPACES = (" ", "\n", "\t", "\x1f", "\x85", "\u00a0", "\u2003", "\u3000")


def random_text(seed: int) -> str:
    return "".join(random.Random(seed).choices((*SIGNS, *SPACES, "foto's", "Auto’s"), k=400))


@pytest.mark.parametrize("seed", range(20))
def test_terms_with_a_form_are_those_of_the_whole_text(seed: int) -> None:
    text = random_text(seed)
    forms = {"foto", "auto", "a", "e2"}
    terms = analyse(text, "nl")
    spellings = {term.text for term in terms if not forms.isdisjoint(term.forms)}

    expected = [term for term in terms if not forms.isdisjoint(term.forms)]

    assert terms_with(forms, text, "nl") == expected
    assert terms_with(forms, text, "nl", spellings) == expected


@pytest.mark.parametrize("spellings", [None, {"foto", "foto's"}])
def test_a_word_stands_where_it_is_the_whole_word(spellings: set[str] | None) -> None:
    text = "foto fotograaf (foto) foto's\u00a0foto"

    places = [term.start for term in terms_with({"foto"}, text, "nl", spellings)]

    assert places == [0, 16, 22, 29]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("foto" * 5_000, 0), ("foto-" * 4_000, 1), ("foto " * 4_000, 4_000), ("f" * 20_000, 0)],
)
def test_each_piece_of_a_text_is_looked_at_once(
    text: str, pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    places: list[int] = []
    piece_around = analysis._piece_around

    def noting(text: str, place: int) -> tuple[int, int]:
        places.append(place)
        return piece_around(text, place)

    monkeypatch.setattr(analysis, "_piece_around", noting)

    assert terms_with({"foto"}, text, "nl", {"foto", "fotos", "f"}) == terms_with(
        {"foto"}, text, "nl"
    )
    assert len(places) == pieces


def test_a_spelling_that_overlaps_itself_is_found() -> None:
    assert [term.start for term in terms_with({"ss"}, "es-s-s", "nl", {"s-s"})] == [3]


def test_no_word_goes_beyond_a_space() -> None:
    spaces = "".join(sign for sign in map(chr, range(0x110000)) if sign.isspace())

    assert TOKEN.search(spaces) is None
    assert TOKEN.findall("a".join(spaces)) == ["a"] * (len(spaces) - 1)


def test_a_language_without_a_recipe_is_folded_only() -> None:
    assert analyse("Ħaddiema", "is") == [Term("Ħaddiema", 0, 8, ("haddiema",))]


@pytest.mark.parametrize(
    ("form", "language", "stopped"),
    [("de", "nl", True), ("rijbewijs", "nl", False), ("how", "en", True), ("fur", "de", True)],
)
def test_stop_words_are_known_in_normal_form(form: str, language: str, stopped: bool) -> None:
    assert is_stop_word(form, language) is stopped


@pytest.fixture
def no_dictionaries(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.LANGUAGE_DICTIONARY_DIR = tmp_path
    analysis.forget()
    yield
    analysis.forget()


@pytest.mark.usefixtures("no_dictionaries")
@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("nl", "rijbewijzen", "rijbewijs"), ("en", "licences", "licence"), ("de", "Häuser", "haus")],
)
def test_without_a_dictionary_stems_still_meet(language: str, one: str, other: str) -> None:
    assert meet(one, other, language)


@pytest.mark.parametrize("plane", range(17))
@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_every_plane_of_unicode_is_analysed(language: str, plane: int) -> None:
    text = " ".join(chr(plane * 0x10000 + place) for place in range(0, 0xFFFE, 31))

    assert all(term.forms for term in analyse(text, language))
