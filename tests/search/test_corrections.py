"""A misspelt question is corrected by words that the site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.corrections import correction_of, is_all_misspelt
from search.query import ask
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "typed", "corrected"),
    [
        ("nl", "rijbewjis omwisselen", "rijbewijs omwisselen"),
        ("nl", "mijn rijbewjis, omwiselen!", "mijn rijbewijs, omwisselen!"),
        ("nl", "Rijbewjis", "Rijbewijs"),
        ("nl", "rijbewijs quux", ""),
        ("nl", "rijbewijs", ""),
        ("nl", "", ""),
        ("de", "rijbewjis", "Rijbewijs"),
    ],
)
def test_misspelt_words_are_replaced(
    tmp_path: Path, language: str, typed: str, corrected: str
) -> None:
    vocabulary = vocabulary_of(tmp_path, "Rijbewijs omwisselen", language=language)

    assert correction_of(ask(typed, language, vocabulary)) == corrected


@pytest.mark.parametrize(
    ("typed", "is_all"),
    [("rijbewjis", True), ("rijbewjis omwisselen", False), ("quux", False), ("", False)],
)
def test_only_where_no_word_is_known_all_are_misspelt(
    tmp_path: Path, typed: str, is_all: bool
) -> None:
    vocabulary = vocabulary_of(tmp_path, "Rijbewijs omwisselen")

    assert is_all_misspelt(ask(typed, "nl", vocabulary)) is is_all


def test_a_word_that_most_pages_have_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.query.FEWEST_PAGES_FOR_COMMON", 1)
    vocabulary = vocabulary_of(tmp_path, *["Gemeente"] * 3, "Rijbewijs")

    assert not is_all_misspelt(ask("gemeente rijbewjis", "nl", vocabulary))
