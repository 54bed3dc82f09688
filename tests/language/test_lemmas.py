"""Dictionaries are compiled beforehand; who has none goes on without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.language import lemmas, stems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.fixtures import Settings


@pytest.fixture
def empty_folder(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.LANGUAGE_DICTIONARY_DIR = tmp_path
    lemmas.forget_dictionaries()
    yield tmp_path
    lemmas.forget_dictionaries()


@pytest.mark.parametrize(
    ("word", "dictionary", "lemma"),
    [
        ("rijbewijzen", "nl", "rijbewijs"),
        ("foto's", "nl", "foto"),
        ("children", "en", "child"),
        ("häuser", "de", "haus"),
        ("umgezogen", "de", "umziehen"),
    ],
)
def test_an_inflected_word_has_a_lemma(word: str, dictionary: str, lemma: str) -> None:
    assert lemmas.lemma(word, dictionary) == lemma


def test_a_word_that_is_in_no_dictionary_has_no_listed_lemma() -> None:
    assert lemmas.listed_lemma("qwrtzgh", "nl") is None


def test_a_missing_dictionary_is_not_compiled_by_looking_a_word_up(empty_folder: Path) -> None:
    assert lemmas.lemma("rijbewijzen", "nl") is None

    assert not lemmas.has_dictionary("nl")
    assert list(empty_folder.iterdir()) == []


def test_compiled_dictionaries_are_found_at_once(empty_folder: Path) -> None:
    assert not lemmas.has_dictionary("en")

    built = lemmas.build_dictionaries(["en"])

    assert built == ["en"]
    assert lemmas.lemma("children", "en") == "child"
    assert lemmas.build_dictionaries(["en"]) == []


def test_compiling_leaves_nothing_half_done_behind(empty_folder: Path) -> None:
    lemmas.build_dictionaries(["en"])

    assert [path.name for path in lemmas.directory().iterdir()] == ["en.dic"]


def test_a_spoilt_dictionary_counts_as_missing(empty_folder: Path) -> None:
    lemmas.directory().mkdir(parents=True)
    (lemmas.directory() / "en.dic").write_bytes(b"no trie")

    assert lemmas.lemma("children", "en") is None


def test_a_language_that_no_dictionary_has_is_missing(empty_folder: Path) -> None:
    assert not lemmas.has_dictionary("mt")


def test_without_a_setting_dictionaries_lie_with_the_index(
    settings: Settings, tmp_path: Path
) -> None:
    settings.LANGUAGE_DICTIONARY_DIR = None
    settings.SEARCH_INDEX_DIR = tmp_path

    assert lemmas.directory().parent == tmp_path / "dictionaries"


def test_a_stemmer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        stems.stem("word", "klingon")


@pytest.mark.parametrize("algorithm", ["dutch", "english", "german"])
def test_the_stemmers_of_the_sites_languages_are_installed(algorithm: str) -> None:
    assert algorithm in stems.stemmer_names()
