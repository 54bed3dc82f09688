"""A word of a question is looked for by all that it can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.query import ask
from search.ranking import PART_WEIGHT, SIMILAR_WEIGHT
from search.synonyms import Expansion, finder_of
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.expansion import Word
    from search.vocabulary import Vocabulary
    from services.language.analysis import Term


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    return vocabulary_of(
        tmp_path, "Rijbewijzen omwisselen", "Het rijbewijs", "Aanvraag pas", *["Paspoort"] * 40
    )


def word(text: str, vocabulary: Vocabulary) -> Word:
    return ask(text, "nl", vocabulary).words[0]


def test_all_forms_of_a_word_are_worth_the_same_but_for_their_weight(
    vocabulary: Vocabulary,
) -> None:
    written, stem = word("rijbewijzen", vocabulary).senses[0].alternatives

    assert written.worth == pytest.approx(vocabulary.rarity("rijbewijs"))
    assert stem.worth == pytest.approx(0.9 * written.worth)


def test_relevance_takes_the_rarity_of_a_form_out(vocabulary: Vocabulary) -> None:
    written, stem = word("rijbewijzen", vocabulary).senses[0].alternatives

    assert written.relevance * vocabulary.rarity("rijbewijzen") == pytest.approx(written.worth)
    assert stem.relevance == pytest.approx(0.9)


def test_a_misspelt_word_is_looked_for_by_similar_ones(vocabulary: Vocabulary) -> None:
    found = word("rijbewjis", vocabulary)
    weights = {each.term: each.worth for each in found.senses[0].alternatives}

    assert found.similar == ("rijbewijs",)
    assert not found.is_known
    assert weights["rijbewijs"] == pytest.approx(SIMILAR_WEIGHT * weights["rijbewjis"])


def test_a_known_word_is_looked_for_as_it_is(vocabulary: Vocabulary) -> None:
    assert word("rijbewijs", vocabulary).similar == ()


def test_literally_nothing_similar_is_looked_for(vocabulary: Vocabulary) -> None:
    found = ask("rijbewjis", "nl", vocabulary, literally=True).words[0]

    assert found.similar == ("rijbewijs",)
    assert found.grams == ()
    assert "rijbewijs" not in set(found.terms)


def test_a_compound_is_looked_for_by_its_parts(vocabulary: Vocabulary) -> None:
    _, first, second = word("rijbewijsaanvraag", vocabulary).senses

    assert first.alternatives[0].term == "rijbewijs"
    assert second.alternatives[0].worth == pytest.approx(
        PART_WEIGHT * vocabulary.rarity("aanvraag")
    )


@pytest.mark.parametrize(
    ("typed", "has_letters"), [("verzekering", True), ("rijbewijs", False), ("E112", False)]
)
def test_letters_are_the_last_resort(vocabulary: Vocabulary, typed: str, has_letters: bool) -> None:
    assert bool(word(typed, vocabulary).grams) is has_letters


def test_only_words_that_the_site_has_are_required(vocabulary: Vocabulary) -> None:
    question = ask("quux rijbewijs zork omwisselen blub", "nl", vocabulary)

    assert [each.is_met for each in question.words] == [False, True, False, True, False]
    assert question.required == 1


def with_synonym(text: str, phrase: str, vocabulary: Vocabulary) -> Word:
    def finder(terms: Sequence[Term], language: str) -> list[Expansion]:
        return [Expansion(0, 1, phrase)]

    return ask(text, "nl", vocabulary, finder).words[0]


def test_a_synonym_is_looked_for_as_a_whole_without_its_stop_words(
    vocabulary: Vocabulary,
) -> None:
    found = with_synonym("roze", "het rijbewijs van de aanvraag", vocabulary)

    _, together = found.groups
    assert [sense.alternatives[0].term for sense in together] == ["rijbewijs", "aanvraag"]
    assert found.is_known


def test_a_synonym_that_the_site_does_not_have_finds_nothing(vocabulary: Vocabulary) -> None:
    found = with_synonym("roze", "rijbewijs zeppelin", vocabulary)

    assert len(found.groups) == 1
    assert not found.is_known


def test_parts_of_a_known_compound_count_together(tmp_path: Path) -> None:
    vocabulary = vocabulary_of(tmp_path, "Zorgverzekering", "Zorg", "Verzekering")

    own, parts = ask("zorgverzekering", "nl", vocabulary).words[0].groups

    assert [sense.phrase for sense in parts] == ["zorg", "verzekering"]
    assert len(own) == 1


def test_a_synonym_belongs_to_each_word_that_it_replaces(vocabulary: Vocabulary) -> None:
    synonyms = finder_of({"nl": [("nieuw rijbewijs", ("paspoort",))]})

    words = ask("nieuw pas nieuw rijbewijs", "nl", vocabulary, synonyms).words

    phrases = {word.text: {sense.phrase for sense in word.senses} - {""} for word in words}
    assert phrases == {"nieuw": {"paspoort"}, "pas": set(), "rijbewijs": {"paspoort"}}


def test_words_share_a_synonym_as_if_no_stop_word_stood_between(vocabulary: Vocabulary) -> None:
    synonyms = finder_of({"nl": [("aanvraag van een rijbewijs", ("paspoort",))]})

    between, apart = (
        [
            sense.alternatives
            for word in ask(text, "nl", vocabulary, synonyms).words
            for sense in word.senses
            if sense.phrase == "paspoort"
        ]
        for text in ("aanvraag van een rijbewijs", "aanvraag rijbewijs")
    )

    assert between == apart != []
