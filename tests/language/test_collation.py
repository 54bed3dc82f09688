"""Lists from A to Z are in Unicode's order and filed under the letter that readers look for."""

from __future__ import annotations

import pytest

from services.language.collation import Letter, a_to_z, letter_of, sort_key


def test_accents_do_not_move_a_name_to_the_end() -> None:
    assert sorted(["zorg", "Éole", "etage", "eolisch"], key=sort_key) == [
        "Éole",
        "eolisch",
        "etage",
        "zorg",
    ]


def test_case_does_not_separate_names() -> None:
    assert sorted(["b", "A", "a", "B"], key=sort_key) == ["a", "A", "b", "B"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Éole", "E"),
        ("ändern", "A"),
        ("Ærø", "A"),
        ("Øresund", "O"),
        ("„Umzug“ melden", "U"),
        ("112", "0–9"),
        ("½ jaar", "0–9"),
        ("Ωmega", "Ω"),
        ("България", "Б"),
        ("—", "#"),
        ("", "#"),
        ("E\u0301ole", "E"),
    ],
)
def test_a_name_is_filed_under_the_letter_readers_look_for(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_names_are_grouped_in_order() -> None:
    names = ["verhuizen", "Ändern", "112 bellen", "adres", "Éole"]

    assert a_to_z(names, key=str) == [
        Letter("0–9", ["112 bellen"]),
        Letter("A", ["adres", "Ändern"]),
        Letter("E", ["Éole"]),
        Letter("V", ["verhuizen"]),
    ]


def test_what_is_listed_need_not_be_text() -> None:
    assert a_to_z([{"name": "b"}, {"name": "a"}], key=lambda item: item["name"]) == [
        Letter("A", [{"name": "a"}]),
        Letter("B", [{"name": "b"}]),
    ]


def test_nothing_makes_no_letters() -> None:
    assert a_to_z([], key=str) == []
