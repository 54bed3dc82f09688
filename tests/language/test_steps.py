"""What a word becomes on its way to the forms in which it meets others."""

from __future__ import annotations

import pytest

from services.language.steps import steps_of


@pytest.mark.parametrize(
    ("language", "word", "step"),
    [
        ("fr", "l'école", ("without prefix", "école")),
        ("nl", "Één", ("normal form", "een")),
        ("de", "fuehrerschein", ("one spelling", "fuhrerschein")),
        ("el", "άδεια", ("in Latin letters", "adia")),
        ("de", "fuehrerschein", ("as dictionaries spell it", "führerschein")),
        ("de", "fuehrerscheine", ("lemma", "führerschein")),
        ("nl", "paspoorten", ("lemma", "paspoort")),
        ("nl", "paspoorten", ("stem", "paspoort")),
        ("nl", "verhuizingen", ("stem of the lemma", "verhuis")),
    ],
)
def test_what_changes_a_word_is_a_step(language: str, word: str, step: tuple[str, str]) -> None:
    assert step in steps_of(word, language)


@pytest.mark.parametrize("word", ["paspoort", "e112"])
def test_what_changes_nothing_is_no_step(word: str) -> None:
    assert steps_of(word, "nl") == []


def test_a_code_is_not_inflected() -> None:
    assert steps_of("E112", "nl") == [("normal form", "e112")]
