"""How facts are written for readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.template import engines
from django.utils import translation

from services.models import Deadline, Fee
from services.models.reading import Words
from services.presentation.phrases import Joined, Labelled, capitalised, lines_of
from services.presentation.values import (
    amount_of,
    cost_of,
    languages_named,
    period_of,
    telephone_address,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"length": 5, "unit": "day"}, "5 days"),
        ({"length": 3, "unit": "working_day"}, "3 working days"),
        ({"length": 2, "unit": "week", "kind": "average"}, "2 weeks on average"),
        ({"length": 3, "unit": "month", "kind": "estimated"}, "about 3 months (estimate)"),
        ({"date": date(2026, 12, 1)}, "1 December 2026"),
        ({}, ""),
    ],
)
def test_period_says_what_kind_it_is(values: dict, text: str) -> None:
    assert plain(period_of(Deadline(**values), "en")) == text


@pytest.mark.parametrize(
    ("amounts", "text"),
    [
        ([], ""),
        (["0"], "free"),
        (["17.50"], "€17.50"),
        (["17.50", "17.50"], "€17.50"),
        (["0", "75"], "free to €75.00"),
        (["20", "10", "15"], "€10.00 to €20.00"),
    ],
)
def test_cost_is_summed_up(amounts: list[str], text: str) -> None:
    fees = [Fee(amount=Decimal(amount), currency="EUR") for amount in amounts]

    assert plain(cost_of(fees, "en")) == text


def test_amounts_in_different_currencies_are_not_compared() -> None:
    fees = [Fee(amount=Decimal(1), currency="EUR"), Fee(amount=Decimal(9), currency="DKK")]

    assert cost_of(fees, "en") == ""


def test_amount_has_the_readers_form() -> None:
    assert plain(amount_of(Fee(amount=Decimal("77.85"), currency="EUR"), "de")) == "77,85 €"


def test_languages_stand_in_the_order_of_the_readers_alphabet() -> None:
    assert languages_named(["nl", "en", "de"], "en") == ["Dutch", "English", "German"]


def test_number_is_dialled_without_its_spaces() -> None:
    assert telephone_address("+31 (0)20 555-01 23") == "tel:+31205550123"


def test_label_in_another_language_is_marked_and_its_value_is_not() -> None:
    text = " ".join(str(Labelled(Words("Volwassenen", "nl"), "€17.50")).split())

    assert text == '<span lang="nl">Volwassenen</span>: €17.50'


def test_texts_are_escaped() -> None:
    assert "<script>" not in str(Labelled(Words("<script>"), "<script>"))
    assert "<script>" not in str(Joined((Words("<script>"), "<script>")))


def test_lines_keep_the_language_of_their_text() -> None:
    assert lines_of(Words("ma 9–17\n\n di 9–12 ", "nl")) == [
        Words("ma 9–17", "nl"),
        Words("di 9–12", "nl"),
    ]


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capitalised("by post via DigiD") == "By post via DigiD"
    assert capitalised("") == ""


@pytest.mark.parametrize(("reader", "name"), [("nl", "Duits"), ("en", "German"), ("de", "Deutsch")])
def test_language_is_named_in_the_words_of_the_reader(reader: str, name: str) -> None:
    template = engines["django"].from_string("{% load formats i18n %}{{ 'de'|language_in_words }}")

    with translation.override(reader):
        assert template.render() == name
