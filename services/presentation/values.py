"""How are the facts of a service written for readers of one language?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from services.language.collation import sort_key
from services.language.formats import (
    format_amount,
    format_date,
    format_language_name,
    format_period,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def amount_of(fee: Any, language: str) -> str:
    """What one fee costs: "€17.50", or "free"; nothing while a draft does not say it."""
    if fee.amount is None:
        return ""
    if not fee.amount:
        return _("free")
    return format_amount(fee.amount, fee.currency, language)


def cost_of(fees: Sequence[Any], language: str) -> str:
    """All fees in one phrase: "free", "€17.50", "free to €75.00"; empty if currencies differ
    or, in a draft, an amount is missing."""
    if (
        not fees
        or any(fee.amount is None for fee in fees)
        or len({fee.currency for fee in fees}) > 1
    ):
        return ""
    least, most = min(fees, key=_amount), max(fees, key=_amount)
    if least.amount == most.amount:
        return amount_of(least, language)
    return _("%(least)s to %(most)s") % {
        "least": amount_of(least, language),
        "most": amount_of(most, language),
    }


def period_of(deadline: Any, language: str) -> str:
    """A period with its kind: "5 days", "2 weeks on average", "about 3 months"; or a date."""
    if deadline.date:
        return format_date(deadline.date, language)
    if deadline.length is None or not deadline.unit:
        return ""
    length = format_period(deadline.length, deadline.unit, language)
    if deadline.kind == deadline.Kind.AVERAGE:
        return _("%(period)s on average") % {"period": length}
    if deadline.kind == deadline.Kind.ESTIMATED:
        return _("about %(period)s (estimate)") % {"period": length}
    return length


def languages_named(codes: Iterable[str], language: str) -> list[str]:
    """The names of languages in the reader's language, in the order of the alphabet."""
    names = (format_language_name(code, language) for code in codes)
    return sorted(names, key=lambda name: sort_key(name, language))


def telephone_address(number: str) -> str:
    """The address that dials a number; "(0)" is dialled by nobody who dials the country."""
    dialled = number.replace("(0)", "") if number.startswith("+") else number
    return "tel:" + "".join(sign for sign in dialled if sign.isdigit() or sign == "+")


def _amount(fee: Any) -> Any:
    return fee.amount
