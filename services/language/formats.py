"""How are amounts, periods, dates, names of languages and lists written for one reader?

Facts (an amount, a period, a date) are stored once and written here in the language of the
reader, by the rules of CLDR as Babel carries them. Nothing here knows a model or a request.

    format_amount(Decimal("77.85"), "EUR", "de")   "77,85 €"
    format_period(3, "working_day", "nl")          "3 werkdagen"
    format_date(date(2026, 11, 24), "en")          "24 November 2026"
    format_language_name("nl", "de")               "Niederländisch"
    format_list(["a", "b", "c"], "nl")             "a, b en c"
    direction("ar")                                "rtl"

Languages are the codes of the site's settings ("nl", "pt", "nl-be"). A code that CLDR does not
know (a test's pseudo-language) is written as English, so that a page never fails over a format.
Amounts, dates and periods contain no-break spaces. A unit of time that is not in `PERIOD_UNITS`
raises `UnknownPeriodUnitError`; a currency without a name in CLDR is written with its code.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.lists import format_list as babel_list
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from django.utils import translation
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

# CLDR's bare "en" is American and its bare "pt" Brazilian; the Union's readers are neither.
REGIONAL_FORMS = {"en": "en_IE", "pt": "pt_PT"}
PERIOD_UNITS = ("hour", "day", "working_day", "week", "month", "year")
NO_BREAK_SPACE = "\u00a0"

# CLDR's rule of currency spacing, which Babel does not apply: "DKK 50", never "DKK50".
_LETTER_BESIDE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")


class UnknownPeriodUnitError(ValueError):
    """A period is given in a unit that is not one of `PERIOD_UNITS`."""


def format_amount(amount: Decimal, currency: str, language: str) -> str:
    """Write an amount of money, always with the currency's decimals."""
    text = format_currency(amount, currency, locale=locale_of(language))
    return _LETTER_BESIDE_DIGIT.sub(NO_BREAK_SPACE, text)


def format_number(number: int | Decimal, language: str) -> str:
    """Write a number with the language's separators."""
    return format_decimal(number, locale=locale_of(language))


def format_period(length: int, unit: str, language: str) -> str:
    """Write a length of time: "4 weken", "1 working day"."""
    if unit not in PERIOD_UNITS:
        raise UnknownPeriodUnitError(unit)
    if unit == "working_day":
        return _format_working_days(length, language)
    return _format_calendar_unit(length, unit, language).replace(" ", NO_BREAK_SPACE)


@lru_cache(maxsize=1024)
def format_date(day: date, language: str) -> str:
    """Write a date with the month as a word, which no reader can misread."""
    text = babel_date(day, format="long", locale=locale_of(language))
    return text.replace(" ", NO_BREAK_SPACE)


def format_language_name(code: str, language: str | None = None) -> str:
    """Name a language in another one, by default the reader's; without a name it keeps its code."""
    names = locale_of(language or translation.get_language() or "en").languages
    primary, _, region = code.replace("_", "-").lower().partition("-")
    return names.get(f"{primary}_{region.upper()}") or names.get(primary) or code


def format_list(items: Iterable[str], language: str) -> str:
    """Join the items as a sentence would: "a, b and c"."""
    return babel_list(list(items), locale=locale_of(language))


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Say in which direction the language is written."""
    return "rtl" if locale_of(language).text_direction == "rtl" else "ltr"


@lru_cache(maxsize=128)
def locale_of(language: str) -> Locale:
    """Return CLDR's locale for one of the site's languages."""
    primary = language.partition("-")[0]
    candidates = (REGIONAL_FORMS.get(language, language), REGIONAL_FORMS.get(primary, primary))
    for candidate in candidates:
        try:
            return Locale.parse(candidate.replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse(REGIONAL_FORMS["en"])


def _format_working_days(length: int, language: str) -> str:
    with translation.override(language):
        text = ngettext("%(count)s working day", "%(count)s working days", length)
    return text % {"count": format_number(length, language)}


def _format_calendar_unit(length: int, unit: str, language: str) -> str:
    locale = locale_of(language)
    text = format_unit(length, f"duration-{unit}", "long", locale=locale)
    if "duration-" in text:
        # Where CLDR's long form equals the short one, Babel's data hold the short one only,
        # and Babel answers with the unit's code ("3 duration-day" in Dutch).
        text = format_unit(length, f"duration-{unit}", "short", locale=locale)
    return text
