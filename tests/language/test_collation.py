"""Lists from A to Z have the order and the letters of their language, as CLDR has them."""

from __future__ import annotations

import pytest

from services.language.collation import Letter, a_to_z, letter_of, sort_key

UNION = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()  # noqa: SIM905


def ordered(text: str, language: str) -> str:
    return " ".join(sorted(text.split(), key=lambda name: sort_key(name, language)))


def test_accents_do_not_move_a_name_to_the_end() -> None:
    assert ordered("zorg Éole etage eolisch", "nl") == "Éole eolisch etage zorg"


def test_case_does_not_separate_names() -> None:
    assert ordered("b A a B", "nl") == "a A b B"


def test_texts_without_letters_come_first_and_then_numbers() -> None:
    assert ordered("a 112 — „b“", "nl") == "— 112 a „b“"


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("bg", "адрес явяване adresse"),
        ("cs", "cena čas den hrad chleba jméno"),
        ("da", "adresse zebra ægte ørsted åben Aalborg"),
        ("de", "Ader Arzt Ärzte Straße Strauch"),
        ("el", "άδεια ωράριο adresse"),
        ("en", "address zone"),
        ("es", "nube ñandú oficina"),
        ("et", "sild šokolaad zooloogia žanr tee õun äri öö üür"),
        ("fi", "vesi yritys zeniitti åland äiti öljy"),
        ("fr", "cote coté côte côté"),
        ("ga", "áit bord éadach"),
        ("hr", "cesta čaj ćup dom džep đak"),
        ("hu", "cukor csak dal dzsem gáz gyár ördög út"),
        ("it", "città euro"),
        ("lt", "cukrus čia data"),
        ("lv", "cena čeks ģimene ķirsis"),
        ("mt", "bieb ċavetta dar ġar għalliem ħobż żagħżugħ"),
        ("nl", "adres één erf"),
        ("pl", "cena ćma lato łódź żyto"),
        ("pt", "ação agora"),
        ("ro", "apă ăsta soare școală timp țară"),
        ("sk", "cena čas hrad chlieb ihla"),
        ("sl", "cena čas dan sol šola žena"),
        ("sv", "adress zebra åker äpple öl"),
    ],
)
def test_each_language_has_the_order_of_its_alphabet(language: str, order: str) -> None:
    shuffled = " ".join(sorted(order.split(), reverse=True))

    assert ordered(shuffled, language) == order


@pytest.mark.parametrize("language", UNION)
def test_the_order_of_names_is_that_of_their_letters(language: str) -> None:
    names = [*"ÅÄÖÜČĆŽŠĐĦŁÑØÆŻΩЖ", *"abcdefghijklmnopqrstuvwxyz", "chleba", "džep"]

    letters = [letter for letter, _ in a_to_z(names, language, key=str)]

    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("language", "name", "letter"),
    [
        ("nl", "Éole", "E"),
        ("nl", "E\u0301ole", "E"),
        ("nl", "Ærø", "A"),
        ("nl", "„Umzug“ melden", "U"),
        ("nl", "112", "0–9"),
        ("nl", "½ jaar", "0–9"),
        ("nl", "Ωmega", "Ω"),
        ("nl", "България", "Б"),
        ("nl", "日本", "日"),
        ("nl", "—", "#"),
        ("nl", "", "#"),
        ("de", "ändern", "A"),
        ("sv", "ändern", "Ä"),
        ("da", "Øresund", "Ø"),
        ("da", "Aalborg", "Å"),
        ("de", "Øresund", "O"),
        ("cs", "chleba", "CH"),
        ("hr", "džep", "DŽ"),
        ("es", "ñandú", "Ñ"),
        ("et", "zooloogia", "Z"),
        ("el", "άδεια", "Α"),
        ("bg", "адрес", "А"),
    ],
)
def test_a_name_is_filed_under_the_letter_readers_look_for(
    language: str, name: str, letter: str
) -> None:
    assert letter_of(name, language) == letter


def test_names_are_grouped_in_order() -> None:
    names = ["verhuizen", "Ändern", "112 bellen", "adres", "Éole"]

    assert a_to_z(names, "nl", key=str) == [
        Letter("0–9", ["112 bellen"]),
        Letter("A", ["adres", "Ändern"]),
        Letter("E", ["Éole"]),
        Letter("V", ["verhuizen"]),
    ]


def test_what_is_listed_need_not_be_text() -> None:
    assert a_to_z([{"name": "b"}, {"name": "a"}], "nl", key=lambda item: item["name"]) == [
        Letter("A", [{"name": "a"}]),
        Letter("B", [{"name": "b"}]),
    ]


def test_nothing_makes_no_letters() -> None:
    assert a_to_z([], "nl", key=str) == []
