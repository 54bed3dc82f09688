"""The words by which compounds are split are compiled once from the dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from services.language import analysis
from services.language.word_lists import dictionary_words, forget_word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "rijbewijs"), ("de", "fuhrerschein"), ("nl-be", "rijbewijzen")]
)
def test_words_are_listed_in_normal_form(language: str, word: str) -> None:
    assert word in dictionary_words(language)


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "qwrtz"), ("nl", "de"), ("en", "licence"), ("mt", "karta")]
)
def test_short_and_strange_words_and_other_languages_have_none(language: str, word: str) -> None:
    assert word not in dictionary_words(language)


@pytest.fixture
def _nothing_compiled(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.LANGUAGE_DICTIONARY_DIR = tmp_path
    analysis.forget()
    yield
    forget_word_lists()


@pytest.mark.usefixtures("_nothing_compiled")
def test_without_a_list_nothing_is_listed() -> None:
    assert "rijbewijs" not in dictionary_words("nl")
