"""What readers may say otherwise, and what search editors may write about it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from search.models import Synonym
from search.phrases import phrases_in
from search.synonyms import Expansion, synonyms_for
from services.language.analysis import analyse
from services.presentation import kept

pytestmark = pytest.mark.django_db


def synonym(words: str, meanings: str, **more: Any) -> Synonym:
    return Synonym.objects.create(**{"language": "nl", **more}, words=words, meanings=meanings)


def found(text: str, language: str = "nl") -> list[Expansion]:
    return synonyms_for(analyse(text, language), language)


def test_a_word_stands_for_its_meanings() -> None:
    synonym("roze papiertje", "rijbewijs\nrijvaardigheidsbewijs")

    assert found("roze papiertje") == [
        Expansion(0, 2, "rijbewijs"),
        Expansion(0, 2, "rijvaardigheidsbewijs"),
    ]


def test_other_forms_of_the_word_are_known() -> None:
    synonym("boete", "bekeuring")

    assert found("mijn boetes betalen") == [Expansion(1, 2, "bekeuring")]


def test_stop_words_within_a_phrase_may_differ() -> None:
    synonym("bewijs van gedrag", "VOG")

    assert found("een bewijs van het gedrag") == [Expansion(1, 5, "VOG")]


def test_one_way_does_not_lead_back() -> None:
    synonym("puppy", "hond", direction="one-way")

    assert found("hond") == []


def test_two_ways_lead_to_all_others() -> None:
    synonym("boete, bekeuring", "sanctie", direction="two-way")

    assert [each.phrase for each in found("bekeuring")] == ["boete", "sanctie"]
    assert [each.phrase for each in found("sanctie")] == ["boete", "bekeuring"]


def test_a_word_of_another_language_leads_to_the_readers_own() -> None:
    synonym("driving licence", "rijbewijs")

    assert found("lost driving licence") == [Expansion(1, 3, "rijbewijs")]


def test_a_circle_of_synonyms_does_no_harm() -> None:
    synonym("aanslag", "heffing")
    synonym("heffing", "aanslag")

    assert found("aanslag heffing") == [Expansion(0, 1, "heffing"), Expansion(1, 2, "aanslag")]


def test_part_of_a_phrase_is_not_the_phrase() -> None:
    synonym("roze papiertje", "rijbewijs")

    assert found("papiertje") == found("roze") == []


def test_a_code_is_taken_at_its_word() -> None:
    synonym("E112", "S2")

    assert found("E-112") == [Expansion(0, 1, "S2")]
    assert found("E113") == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"language": "en"}])
def test_what_is_not_in_use_here_does_nothing(change: dict[str, Any]) -> None:
    synonym("boete", "bekeuring", **change)

    assert found("boete") == []


def test_a_change_counts_when_what_is_kept_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("boete") == []
    synonym("boete", "bekeuring")
    assert found("boete") == []

    monkeypatch.setattr(kept, "SECONDS", 0)

    assert found("boete") == [Expansion(0, 1, "bekeuring")]


def test_what_is_kept_is_never_older_than_half_a_minute() -> None:
    assert kept.SECONDS <= 30


def test_a_thousand_synonyms_are_read_in_one_query(django_assert_num_queries: Any) -> None:
    rows = [Synonym(language="nl", words=f"woord{n}", meanings="zaak") for n in range(1000)]
    Synonym.objects.bulk_create(rows)

    with django_assert_num_queries(1):
        found("woord7")
        found("woord8")


@pytest.mark.parametrize("text", ["", "x" * 10_000, "\x00", "? !", "((((", "\u200b"])
def test_no_question_is_an_error(text: str) -> None:
    synonym("boete", "bekeuring")

    assert found(text) == []


def test_a_list_is_read_line_by_line_and_by_commas() -> None:
    assert phrases_in(" roze  papiertje,\n\nBoete;boete\r\nE112 ") == (
        "roze papiertje",
        "Boete",
        "E112",
    )


def refusal(words: str, meanings: str) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as raised:
        Synonym(language="nl", words=words, meanings=meanings).full_clean()
    return raised.value.message_dict


@pytest.mark.usefixtures("_in_english")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (" , \n", "Write at least one word."),
        ("?!", "There is no word in “?!” that can be looked for."),
        ("a" * 201, f"“{'a' * 30}…” is longer than 200 characters."),
        ("\n".join(map(str, range(51))), "Write at most 50 phrases; these are 51."),
    ],
)
def test_what_could_never_do_anything_is_refused(words: str, said: str) -> None:
    assert refusal(words, "rijbewijs") == {"words": [said]}


@pytest.mark.usefixtures("_in_english")
def test_a_phrase_on_both_sides_is_refused() -> None:
    said = refusal("boete", "bekeuring, Boete!")

    assert said == {"meanings": ["“Boete!” stands on both sides: leave it out on one."]}


def test_each_phrase_is_kept_on_a_line_of_its_own() -> None:
    made = Synonym(language="nl", words="a1, b2", meanings="c3;d4")

    made.full_clean()

    assert (made.words, made.meanings) == ("a1\nb2", "c3\nd4")
    assert str(made) == "a1, b2 → c3, d4"
