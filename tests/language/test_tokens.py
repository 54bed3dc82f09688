"""Words are found where they stand in a text."""

from __future__ import annotations

import pytest

from services.language.tokens import Token, is_code, tokens


def test_tokens_keep_their_place() -> None:
    assert list(tokens("Rijbewijs, omwisselen!")) == [
        Token("Rijbewijs", 0, 9),
        Token("omwisselen", 11, 21),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("formulier A1, S1 en E112", ["formulier", "A1", "S1", "en", "E112"]),
        ("E-112 of U-2", ["E-112", "of", "U-2"]),
        ("per e-mail", ["per", "e-mail"]),
        ("EU-burger", ["EU", "burger"]),
        ("'s-Hertogenbosch", ["s", "Hertogenbosch"]),
        ("foto's en zzp’er", ["foto's", "en", "zzp’er"]),
        ("'quoted'", ["quoted"]),
        ("zu\u00adstän\u00addig", ["zu\u00adstän\u00addig"]),
        ("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]),
        ("€ 1.077,85", ["1", "077", "85"]),
        ("Ποιος πληρώνει;", ["Ποιος", "πληρώνει"]),
        ("— … !", []),
        ("", []),
    ],
)
def test_words_are_parted_as_readers_see_them(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


@pytest.mark.parametrize(
    ("word", "code"), [("A1", True), ("e112", True), ("2026", True), ("ehic", False)]
)
def test_a_word_with_a_digit_is_a_code(word: str, code: bool) -> None:
    assert is_code(word) is code
