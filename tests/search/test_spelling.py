"""A misspelt word resembles those that the site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.spelling import similar_words
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path

    from search.vocabulary import Vocabulary


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    return vocabulary_of(
        tmp_path,
        "Rijbewijs omwisselen E112 naar pas",
        "Verhuizing doorgeven maar",
        "Verhuizing maan",
        "Maar maat",
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rijbewjis", "rijbewijs"),
        ("rijbewijjs", "rijbewijs"),
        ("rijbewis", "rijbewijs"),
        ("rijbewojs", "rijbewijs"),
        ("tijbewijs", "rijbewijs"),
        ("verhuisign", "verhuizing"),
        ("omwiselenn", "omwisselen"),
    ],
)
def test_slips_of_the_finger_are_recognised(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert similar_words(typed, vocabulary) == [meant]


@pytest.mark.parametrize("typed", ["e111", "pos", "", "quatsch", "vrhzing", "a" * 200])
def test_codes_short_and_strange_words_resemble_nothing(vocabulary: Vocabulary, typed: str) -> None:
    assert similar_words(typed, vocabulary) == []


def test_more_frequent_words_stand_first(vocabulary: Vocabulary) -> None:
    assert similar_words("maag", vocabulary) == ["maar", "maan", "maat"]


def test_a_word_does_not_resemble_itself(vocabulary: Vocabulary) -> None:
    assert "rijbewijs" not in similar_words("rijbewijs", vocabulary)


def test_a_slip_is_found_wherever_it_is(vocabulary: Vocabulary) -> None:
    word = "rijbewijs"
    slips = {word[:place] + word[place + 1 :] for place in range(len(word))}
    slips |= {word[:place] + "q" + word[place:] for place in range(len(word) + 1)}
    slips |= {word[:place] + "q" + word[place + 1 :] for place in range(len(word))}

    assert {slip: similar_words(slip, vocabulary) for slip in slips} == {
        slip: [word] for slip in slips
    }
