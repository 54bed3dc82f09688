"""Facts are written as the readers of each language expect them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from services.language.formats import (
    UnknownPeriodUnitError,
    direction,
    format_amount,
    format_date,
    format_language_name,
    format_list,
    format_number,
    format_period,
)

LANGUAGES_OF_THE_UNION = [
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fi",
    "fr",
    "ga",
    "hr",
    "hu",
    "it",
    "lt",
    "lv",
    "mt",
    "nl",
    "pl",
    "pt",
    "ro",
    "sk",
    "sl",
    "sv",
]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nl", "€\u00a01.077,85"),
        ("de", "1.077,85\u00a0€"),
        ("en", "€1,077.85"),
        ("fr", "1\u202f077,85\u00a0€"),
        ("pt", "1\u00a0077,85\u00a0€"),
    ],
)
def test_an_amount_is_written_in_the_readers_language(language: str, written: str) -> None:
    assert format_amount(Decimal("1077.85"), "EUR", language) == written


def test_a_whole_amount_keeps_its_decimals() -> None:
    assert format_amount(Decimal(50), "EUR", "nl") == "€\u00a050,00"


def test_a_currency_without_a_symbol_does_not_stick_to_the_number() -> None:
    assert format_amount(Decimal(50), "DKK", "en") == "DKK\u00a050.00"


@pytest.mark.parametrize(
    ("length", "unit", "language", "written"),
    [
        (1, "hour", "nl", "1 uur"),
        (3, "day", "nl", "3 dagen"),
        (1, "day", "nl", "1 dag"),
        (1, "week", "de", "1 Woche"),
        (6, "week", "de", "6 Wochen"),
        (2, "month", "en", "2 months"),
        (1, "year", "en", "1 year"),
        (5, "month", "pl", "5 miesięcy"),
        (2, "month", "et", "2 kuud"),
        (3, "day", "it", "3 giorni"),
    ],
)
def test_a_period_is_written_in_the_readers_language(
    length: int, unit: str, language: str, written: str
) -> None:
    assert format_period(length, unit, language) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize("language", LANGUAGES_OF_THE_UNION)
@pytest.mark.parametrize("unit", ["hour", "day", "week", "month", "year"])
def test_no_language_shows_the_code_of_a_unit(unit: str, language: str) -> None:
    assert "duration" not in format_period(3, unit, language)


@pytest.mark.parametrize(
    ("length", "written"), [(1, "1 working day"), (5, "5 working days"), (0, "0 working days")]
)
def test_working_days_are_counted_by_our_own_words(length: int, written: str) -> None:
    assert format_period(length, "working_day", "en") == written


def test_an_unknown_unit_of_time_is_refused() -> None:
    with pytest.raises(UnknownPeriodUnitError):
        format_period(3, "fortnight", "en")


@pytest.mark.parametrize(
    ("language", "written"),
    [("nl", "24 november 2026"), ("de", "24. November 2026"), ("en", "24 November 2026")],
)
def test_a_date_names_its_month(language: str, written: str) -> None:
    assert format_date(date(2026, 11, 24), language) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("nl", "de", "Niederländisch"),
        ("nl", "nl", "Nederlands"),
        ("pt-pt", "en", "European Portuguese"),
        ("de-xx", "nl", "Duits"),
        ("xq", "nl", "xq"),
    ],
)
def test_a_language_is_named_in_another(code: str, language: str, name: str) -> None:
    assert format_language_name(code, language) == name


@pytest.mark.parametrize(
    ("items", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_reads_as_a_sentence(items: list[str], written: str) -> None:
    assert format_list(items, "nl") == written


def test_a_number_has_the_separators_of_the_language() -> None:
    assert format_number(12345, "de") == "12.345"


@pytest.mark.parametrize(("language", "way"), [("nl", "ltr"), ("ar", "rtl"), ("he-il", "rtl")])
def test_the_direction_of_a_language_is_known(language: str, way: str) -> None:
    assert direction(language) == way


@pytest.mark.parametrize("language", ["en-xa", "x-pseudo", "zz", ""])
def test_an_unknown_language_is_written_as_english(language: str) -> None:
    assert format_date(date(2026, 11, 24), language) == "24\u00a0November\u00a02026"
