"""What a generation knows of its words is the same, however it came to be counted."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from search.building import fill
from search.engines.embedded import EmbeddedEngine
from search.engines.generations import vocabulary_folder
from search.vocabulary import FILES, Vocabulary
from tests.search.documents import document

if TYPE_CHECKING:
    from pathlib import Path

    from search.documents import Document

WORDS = "rijbewijs Rijbewijs, rijbewijzen omwisselen rijbewijsomwisseling aanvraag EHIC A1 'foto's'"


def documents(language: str, count: int = 40) -> list[Document]:
    chance = random.Random(language)
    return [
        document(
            number,
            language=language,
            title=" ".join(chance.choices(WORDS.split(), k=3)),
            body=" ".join(chance.choices(WORDS.split(), k=20)),
            names_elsewhere=(("de", "Führerschein umtauschen"), ("el", chance.choice("αβ"))),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_engine_counts_as_who_counts_by_hand(language: str, tmp_path: Path) -> None:
    by_hand = tmp_path / "by-hand"
    fill([], by_hand, language, documents(language))

    with EmbeddedEngine(tmp_path / "index").new_generation([language]) as generation:
        folder = vocabulary_folder(generation.folder, language)
        assert fill([generation], folder, language, documents(language)) == 40
        files = {each.name: each.read_bytes() for each in folder.iterdir()}

    assert files == {each.name: each.read_bytes() for each in by_hand.iterdir()}
    assert files.keys() == set(FILES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_documents_may_be_read_only_once(language: str, tmp_path: Path) -> None:
    fill([], tmp_path / "list", language, documents(language))
    fill([], tmp_path / "once", language, iter(documents(language)))

    assert Vocabulary(language, tmp_path / "once").hash
    assert (
        Vocabulary(language, tmp_path / "once").hash == Vocabulary(language, tmp_path / "list").hash
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_language_without_documents_has_no_words(language: str, tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path).new_generation([language]) as generation:
        folder = vocabulary_folder(generation.folder, language)

        assert fill([generation], folder, language, []) == 0
        words = Vocabulary(language, folder)
        assert (words.documents, words.letters, words.similar("rijbewijs")) == (0, "", ())


def test_compounds_are_split_by_the_words_of_the_site(tmp_path: Path) -> None:
    texts = ("Flirbe", "Grozalt", "Flirbegrozalt")  # No dictionary has them.
    fill([], tmp_path, "nl", [document(number, title=text) for number, text in enumerate(texts)])

    words = Vocabulary("nl", tmp_path)

    assert [words.count(each.lower()) for each in texts] == [2, 2, 1]
