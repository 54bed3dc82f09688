"""What does a reader want to know first about a service?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from services.language.formats import format_list
from services.models.facts import Deadline, IdentificationMeans
from services.presentation.phrases import Joined, Labelled, capitalised
from services.presentation.values import amount_of, cost_of, period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.models.reading import Reading, Words

FEW = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the box: an icon, what it is, and one or several values."""

    icon: str
    label: str
    lines: list[Any]


def facts_of(reading: Reading, relations: set[str], authority: Words) -> list[Fact]:
    """Cost, times, ways, log-in and authority, as far as the service states them."""
    found: Iterator[Fact | None] = iter(
        (
            _cost(reading) if "fees" in relations else None,
            _when(reading) if "periods" in relations else None,
            _how(reading) if "channels" in relations else None,
            _log_in(reading) if "identification" in relations else None,
            Fact("authority", _("Responsible"), [authority]) if authority else None,
        )
    )
    return [fact for fact in found if fact]


def _cost(reading: Reading) -> Fact | None:
    rows = reading.rows("fees")
    if not rows:
        return None
    fees = [row.fact for row in rows]
    together = capitalised(cost_of(fees, reading.language))
    if together and (len(fees) == 1 or len(fees) > FEW or _are_all_free(fees)):
        return Fact("cost", _("Cost"), [together])
    lines = [
        Labelled(row.words("label"), amount_of(row.fact, reading.language)) for row in rows[:FEW]
    ]
    return Fact("cost", _("Cost"), lines)


def _are_all_free(fees: list[Any]) -> bool:
    return not any(fee.amount for fee in fees)


def _when(reading: Reading) -> Fact | None:
    rows = reading.rows("periods")
    for_user = [row for row in rows if row.fact.party == Deadline.Party.USER]
    lines = [
        Labelled(row.words("label"), Joined((period, row.words("explanation"))))
        for row in (for_user or rows)[:FEW]
        if (period := period_of(row.fact, reading.language))
    ]
    return Fact("time", _("When"), lines) if lines else None


def _how(reading: Reading) -> Fact | None:
    kinds = dict.fromkeys(row.fact.get_kind_display() for row in reading.rows("channels"))
    if not kinds:
        return None
    return Fact("how", _("How"), [capitalised(format_list(kinds, reading.language))])


def _log_in(reading: Reading) -> Fact | None:
    means = [
        Joined((row.words("name"), "(eIDAS)" if row.fact.eidas else ""))
        for row in reading.rows("identification")
        if row.fact.purpose == IdentificationMeans.Purpose.IDENTIFICATION
    ]
    return Fact("login", _("Logging in"), list(means)) if means else None
