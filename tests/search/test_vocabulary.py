"""A generation's words are frozen with their forms, spelling and frequency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.vocabulary import Vocabulary, WordCounts
from tests.search.documents import build, document
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path

    from search.engines.embedded import EmbeddedEngine


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    return vocabulary_of(tmp_path, "Rijbewijzen in de EU", "Het rijbewijs", "een Rijbewijs E112")


def test_a_word_is_known_in_its_written_form(vocabulary: Vocabulary) -> None:
    assert "rijbewijzen" in vocabulary
    assert "rijbewijsje" not in vocabulary


def test_a_term_is_counted_once_a_document(vocabulary: Vocabulary) -> None:
    assert vocabulary.documents == 3
    assert vocabulary.count("rijbewijs") == 3
    assert vocabulary.count("e112") == 1
    assert vocabulary.count("paspoort") == 0


def test_a_rarer_term_is_worth_more(vocabulary: Vocabulary) -> None:
    assert 0 < vocabulary.rarity("rijbewijs") < vocabulary.rarity("e112")


def test_a_word_has_its_forms_and_a_spelling(vocabulary: Vocabulary) -> None:
    assert vocabulary.forms("rijbewijzen") == ("rijbewijzen", "rijbewijs")
    assert vocabulary.spelling("eu") == "EU"


def test_it_is_known_how_words_with_a_form_are_spelt(vocabulary: Vocabulary) -> None:
    spellings = vocabulary.spellings(["rijbewijs"])

    assert spellings
    assert spellings >= {"Rijbewijzen", "rijbewijzen", "rijbewijs", "Rijbewijs", "RIJBEWIJS"}


def test_of_many_documents_a_part_tells_how_a_word_is_spelt_most_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WordCounts, "ALL_COUNTED", 1)

    titles = ["Pas", *["pas"] * (WordCounts.PART_COUNTED - 2), "Pas", "Bewijs", "EU", "bewijs"]
    many = vocabulary_of(tmp_path, *titles)

    assert many.spelling("pas") == "Pas"
    assert many.spelling("bewijs") == "bewijs"
    assert many.spelling("eu") == "EU"
    assert many.count("pas") == WordCounts.PART_COUNTED


def test_without_a_page_it_is_not_known_how_words_are_spelt(tmp_path: Path) -> None:
    assert Vocabulary("nl").spellings(["rijbewijs"]) is None
    assert vocabulary_of(tmp_path).spellings(["rijbewijs"]) is None


def test_letters_are_those_of_the_words(vocabulary: Vocabulary) -> None:
    assert {"r", "z"} <= set(vocabulary.letters)
    assert not {"1", "q"} & set(vocabulary.letters)


def test_another_word_makes_another_hash(tmp_path: Path, vocabulary: Vocabulary) -> None:
    again = vocabulary_of(tmp_path / "again", "Rijbewijzen in de EU", "Rijbewijs Rijbewijs E112")
    other = vocabulary_of(tmp_path / "other", "Rijbewijzen in de EU", "Paspoort")

    assert len({vocabulary.hash, again.hash, other.hash}) == 3


def test_another_count_makes_another_hash(tmp_path: Path) -> None:
    together = vocabulary_of(tmp_path / "together", "Paspoort Pas")
    apart = vocabulary_of(tmp_path / "apart", "Paspoort Pas", "Pas")

    assert sorted(together.beginning("")) == sorted(apart.beginning(""))
    assert together.hash != apart.hash


def test_the_same_texts_make_the_same_hash(tmp_path: Path) -> None:
    hashes = {vocabulary_of(tmp_path / name, "Paspoort", "Pas").hash for name in ("one", "two")}

    assert len(hashes) == 1


def test_without_a_folder_nothing_is_known() -> None:
    nothing = Vocabulary("nl")

    assert (nothing.documents, nothing.letters, nothing.hash) == (0, "", "")
    assert nothing.count("rijbewijs") == 0
    assert "rijbewijs" not in nothing


def test_a_change_of_a_document_leaves_the_words_of_its_generation(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])
    before = engine.vocabulary("nl").hash

    with engine.writer() as writer:
        writer.remove("nl", ["1"])
        writer.commit()

    assert engine.vocabulary("nl").hash == before


def test_a_new_generation_has_new_words(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])
    assert "paspoort" not in engine.vocabulary("nl")

    build(engine, [document(1, title="Paspoort")])

    assert "paspoort" in engine.vocabulary("nl")


def test_a_language_without_an_index_has_no_words(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])

    assert engine.vocabulary("fr").documents == 0
    assert engine.vocabulary("../nl").documents == 0
