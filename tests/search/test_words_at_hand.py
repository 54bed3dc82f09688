"""Questions to the server are understood by its own words, where a machine has them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.engines.elasticsearch_words import WordsAtHand
from search.engines.generations import vocabulary_folder
from search.vocabulary import FILES
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path


def lay(folder: Path, generation: str, title: str) -> Path:
    words = vocabulary_folder(folder / generation, "nl")
    vocabulary_of(words, title)
    return words


def test_words_are_those_of_the_generation_that_answered(tmp_path: Path) -> None:
    for generation, title in (("first", "Rijbewijs"), ("second", "Paspoort")):
        lay(tmp_path, generation, title)
    at_hand = WordsAtHand(tmp_path)

    for generation, word in (("first", "rijbewijs"), ("second", "paspoort")):
        words = at_hand.of(generation, "nl")
        assert words
        assert words.count(word) == 1
        assert at_hand.of(generation, "nl") is words


@pytest.mark.parametrize(("generation", "language"), [("", "nl"), ("first", "de"), ("none", "nl")])
def test_where_they_are_not_there_are_none(tmp_path: Path, generation: str, language: str) -> None:
    lay(tmp_path, "first", "Rijbewijs")

    assert WordsAtHand(tmp_path).of(generation, language) is None


@pytest.mark.parametrize("name", FILES)
def test_words_that_lost_a_file_or_its_content_are_none(tmp_path: Path, name: str) -> None:
    missing, damaged = (lay(tmp_path, each, "Rijbewijs") for each in ("missing", "damaged"))
    (missing / name).unlink()
    (damaged / name).write_bytes(b"")

    assert WordsAtHand(tmp_path).of("missing", "nl") is None
    assert WordsAtHand(tmp_path).of("damaged", "nl") is None


@pytest.mark.parametrize("content", ["[]", "{}", '"nl"', '{"documents": 1}'])
def test_words_that_tell_nothing_of_themselves_are_none(tmp_path: Path, content: str) -> None:
    (lay(tmp_path, "first", "Rijbewijs") / "about.json").write_text(content)

    assert WordsAtHand(tmp_path).of("first", "nl") is None
