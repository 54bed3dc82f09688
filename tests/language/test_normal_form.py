"""Spellings that readers take for one word become one."""

from __future__ import annotations

import pytest

from services.language.normal_form import LONGEST_WORD, dictionary_form, normal_form, printable
from services.language.recipes import recipe_for


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("ÅNGSTRÖM", "angstrom"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Łódź", "lodz"),
        ("smørrebrød", "smorrebrod"),
        ("ﬁets", "fiets"),
        ("Ａ１", "a1"),
        ("zu\u00adstän\u00addig", "zustandig"),
        ("foto's", "fotos"),
        ("foto’s", "fotos"),
        ("E-112", "e112"),
        ("snake_case", "snakecase"),
        ("½", "12"),
        ("'", ""),
        ("", ""),
    ],
)
def test_case_accents_and_ornaments_are_folded(written: str, folded: str) -> None:
    assert normal_form(written) == folded


@pytest.mark.parametrize(
    "written",
    ["Führerschein", "Fuehrerschein", "führerschein", "FÜHRERSCHEIN", "Fu\u0308hrerschein"],
)
def test_german_umlauts_meet_their_other_spelling(written: str) -> None:
    assert normal_form(written, recipe_for("de").spellings) == "fuhrerschein"


@pytest.mark.parametrize("word", ["bauer", "neue", "quelle", "steuer", "treue"])
def test_a_german_ue_that_is_no_umlaut_stays(word: str) -> None:
    assert normal_form(word, recipe_for("de").spellings) == word


def test_a_word_of_a_megabyte_is_cut() -> None:
    assert len(normal_form("x" * 1_000_000)) == LONGEST_WORD


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [("Führer\u00adscheine", "führerscheine"), ("foto’s", "foto's"), ("STRASSE", "strasse")],
)
def test_a_word_is_looked_up_with_its_accents(written: str, looked_up: str) -> None:
    assert dictionary_form(written) == looked_up


def test_control_characters_become_spaces() -> None:
    assert printable("a\x00b\x1fc\x9fd\ud800e\nf\tg") == "a b c d e\nf\tg"


@pytest.mark.parametrize("plane", range(17))
def test_every_plane_of_unicode_has_a_normal_form(plane: int) -> None:
    signs = "".join(chr(plane * 0x10000 + place) for place in range(0, 0xFFFE, 7))

    assert normal_form(signs) == normal_form(signs).strip()
