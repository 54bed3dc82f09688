"""The starter lists of synonyms can be read, and say nothing that matches everything."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from services.language.analysis import analyse, is_stop_word
from services.models.choices import OFFICIAL_LANGUAGES

FOLDER = Path(__file__).parents[2] / "search" / "starter_synonyms"
LISTS = sorted(FOLDER.glob("*.csv"))
FEWEST_ROWS = 60
MOST_WORDS = 5

every_list = pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def phrases(row: dict[str, str]) -> list[str]:
    return [
        phrase for field in (row["words"], row["meanings"]) if field for phrase in field.split(";")
    ]


def phrases_of(path: Path) -> list[str]:
    return [phrase for row in rows(path) for phrase in phrases(row)]


def says_nothing(phrase: str, language: str) -> bool:
    """Say whether all words of a phrase are stop words (or it has none)."""
    return all(is_stop_word(term.forms[0], language) for term in analyse(phrase, language))


def test_every_official_language_has_a_list() -> None:
    assert {path.stem for path in LISTS} == {*OFFICIAL_LANGUAGES, "codes"}


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_a_list_covers_everyday_life(language: str) -> None:
    assert len(rows(FOLDER / f"{language}.csv")) >= FEWEST_ROWS


@every_list
def test_a_row_has_three_fields(path: Path) -> None:
    assert {tuple(row) for row in rows(path)} == {("direction", "words", "meanings")}


@every_list
def test_one_way_rows_alone_have_meanings(path: Path) -> None:
    directions = {(row["direction"], bool(row["meanings"])) for row in rows(path)}

    assert directions <= {("one-way", True), ("two-way", False)}


@every_list
def test_two_way_rows_have_two_phrases_at_least(path: Path) -> None:
    two_way = [row["words"] for row in rows(path) if row["direction"] == "two-way"]

    assert [words for words in two_way if ";" not in words] == []


@every_list
def test_phrases_are_written_without_spare_spaces(path: Path) -> None:
    assert [phrase for phrase in phrases_of(path) if phrase != " ".join(phrase.split())] == []


@every_list
def test_no_phrase_is_empty_or_long(path: Path) -> None:
    lengths = {phrase: len(phrase.split()) for phrase in phrases_of(path)}

    assert [phrase for phrase, words in lengths.items() if not 1 <= words <= MOST_WORDS] == []


@every_list
def test_no_phrase_stands_twice_in_a_row(path: Path) -> None:
    folded = [[phrase.casefold() for phrase in phrases(row)] for row in rows(path)]

    assert [row for row in folded if len(set(row)) < len(row)] == []


@every_list
def test_no_phrase_consists_of_stop_words(path: Path) -> None:
    assert [phrase for phrase in phrases_of(path) if says_nothing(phrase, path.stem)] == []
