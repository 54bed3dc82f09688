"""Whatever stands in the address becomes a question that can be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict

from search.query import LAST_PAGE, Selection, ask, clean_text, page_number, select
from search.ranking import required_words
from search.synonyms import finder_of
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path

    from search.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  rijbewijs\t\n omwisselen ", "rijbewijs omwisselen"),
        ("rij\x00bewijs", "rij bewijs"),
        ("\x00", ""),
        (" ", ""),
        ('"', '"'),
        ("x" * 10_000, "x" * 200),
        ("a\ud800b", "a b"),
    ],
)
def test_typed_text_is_made_harmless(typed: str, read: str) -> None:
    assert clean_text(typed) == read


def test_a_question_has_the_words_that_tell_something() -> None:
    question = ask("Hoe kan ik mijn rijbewijs omwisselen?", "nl")

    assert [word.written for word in question.words] == ["rijbewijs", "omwisselen"]


def test_a_question_of_nothing_but_stop_words_keeps_them() -> None:
    assert [word.written for word in ask("to be or not to be", "en").words] == [
        "to",
        "be",
        "or",
        "not",
    ]


def test_a_repeated_word_counts_once() -> None:
    assert len(ask("paspoort Paspoort PASPOORT", "nl").words) == 1


def test_no_more_than_sixteen_words_are_read() -> None:
    letters = " ".join(f"w{number}" for number in range(60))

    assert len(ask(letters, "nl").words) == 16


@pytest.mark.parametrize("typed", ["", " ", '"', "—", "\x00"])
def test_without_words_nothing_is_asked(typed: str) -> None:
    assert ask(typed, "nl").words == ()


@pytest.mark.parametrize(("typed", "resembles"), [("E112", False), ("pas", False), ("akte", True)])
def test_codes_and_short_words_are_taken_at_their_word(typed: str, resembles: bool) -> None:
    assert bool(ask(typed, "nl").words[0].grams) is resembles


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("EHIC", [("ehic",)]),
        ("DIGID kwijt", [("digid",), ("kwijt",)]),
        ("vragen over IT", [("vragen", "vraag"), ("it",)]),
        ("HET LOKET", [("loket",)]),
    ],
)
def test_an_abbreviation_is_neither_stopped_nor_cut(
    typed: str, forms: list[tuple[str, ...]]
) -> None:
    words = ask(typed, "nl").words

    assert [tuple(each.term for each in word.senses[0].alternatives) for word in words] == forms


def test_an_abbreviation_resembles_nothing(tmp_path: Path) -> None:
    vocabulary = vocabulary_of(tmp_path, "Epic", "Ethic", language="en")

    assert ask("lost EHIC", "en", vocabulary).words[1].similar == ()
    assert ask("lost ehic", "en", vocabulary).words[1].similar == ("epic", "ethic")


class TestCommon:
    """Words that most pages have are looked for where there is nothing else."""

    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("search.query.FEWEST_PAGES_FOR_COMMON", 1)

    @pytest.fixture
    def vocabulary(self, tmp_path: Path) -> Vocabulary:
        return vocabulary_of(tmp_path, *["Formulier A1 bij woning"] * 8, "Paspoort koning")

    @pytest.mark.parametrize(
        ("typed", "asked"),
        [
            ("woningen paspoort", ["paspoort"]),
            ("formulier woning", ["formulier", "woning"]),
            ("woning quux", ["woning", "quux"]),
            ("A1 paspoort", ["A1", "paspoort"]),
            ("qoning paspoort", ["qoning", "paspoort"]),
        ],
    )
    def test_others_are_asked(self, vocabulary: Vocabulary, typed: str, asked: list[str]) -> None:
        assert [word.text for word in ask(typed, "nl", vocabulary).asked] == asked

    def test_its_synonyms_are_asked(self, vocabulary: Vocabulary) -> None:
        synonyms = finder_of({"nl": [("woning paspoort", ("koning",))]})

        asked = ask("woning paspoort", "nl", vocabulary, synonyms).asked

        assert [word.text for word in asked] == ["woning", "paspoort"]


@pytest.mark.parametrize(("count", "required"), [(0, 0), (1, 1), (3, 1), (4, 2), (16, 2)])
def test_long_questions_need_not_be_met_wholly(count: int, required: int) -> None:
    assert required_words(count) == required


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("", 1),
        ("3", 3),
        ("-1", 1),
        ("0", 1),
        ("007", 7),
        ("1e9", 1),
        ("9" * 40, LAST_PAGE),
        ("10" + "0" * 40, LAST_PAGE),
        ("٣", 1),
        ("²", 1),
        ("\x00", 1),
    ],
)
def test_a_page_number_is_always_one(written: str, number: int) -> None:
    assert page_number(written) == number


def test_filters_that_do_not_exist_are_left_out() -> None:
    parameters = QueryDict("kind=procedure&kind=car&kind=topic&audience=aliens&colour=red")

    assert select(parameters) == Selection((("kind", ("procedure", "topic")),))


def test_a_selection_without_one_facet_keeps_the_others() -> None:
    selection = select(QueryDict("kind=topic&audience=citizens"))

    assert selection.without("kind") == Selection((("audience", ("citizens",)),))
    assert selection.of("kind") == ("topic",)
    assert selection.of("colour") == ()


TOPIC = "0b1c2d3e-0000-4000-8000-0123456789ab"


def test_filters_without_fixed_values_are_known_by_their_shape() -> None:
    parameters = QueryDict(
        f"area=NL-GM0344&area=<x>&topic={TOPIC}&topic=wonen&authority=1&area=NL3"
    )

    assert select(parameters) == Selection((("topic", (TOPIC,)), ("area", ("NL-GM0344", "NL3"))))


def test_a_value_counts_once_and_no_more_than_twenty_do() -> None:
    many = "&".join(f"area=NL-{number}&area=NL-{number}" for number in range(60))

    assert select(QueryDict(many)).of("area") == tuple(f"NL-{number}" for number in range(20))


@pytest.mark.parametrize(
    ("written", "by_title"),
    [("sort=title", True), ("sort=relevance", False), ("", False), ("sort=x&sort=\x00", False)],
)
def test_the_order_is_that_of_relevance_unless_titles_are_asked_for(
    written: str, by_title: bool
) -> None:
    assert select(QueryDict(written)).by_title is by_title


def test_what_lies_around_a_chosen_place_is_filtered_by_too() -> None:
    selection = Selection((("kind", ("topic",)), ("area", ("NL-GM0344",))), around=("NL310", "NL"))

    assert selection.filters == (("kind", ("topic",)), ("area", ("NL-GM0344", "NL310", "NL")))
    assert selection.local_areas == ("NL-GM0344", "NL310")
    assert selection.without("area").filters == (("kind", ("topic",)),)
    assert selection.cleared().filters == ()
