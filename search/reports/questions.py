"""What did readers of a language ask, what did they not find, and what do they choose no more?

Only questions that may be read are listed: `search.counting.naming` says which. A rate is the
number of results chosen for 100 searches; it can be above 100, where readers choose several.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce, NullIf

from search.models import AskedQuery, ClickDay, QueryDay

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from search.reports.periods import Period

# A question that was asked less often says nothing when it is asked even less.
LEAST_ASKED_BEFORE = 10
LEAST_ASKED_NOW = 5
POINTS_LOST = 20
POSITIONS = 10
EXAMPLES = 5


def most_asked(language: str, period: Period) -> QuerySet[AskedQuery]:
    """Return the questions with `asked`, `without_results`, `clicked` and `rate`."""
    return (
        _asked_in(language, period)
        .annotate(
            asked=Sum("days__asked"),
            without_results=Sum("days__without_results"),
            clicked=Sum("days__clicked"),
        )
        .annotate(rate=_rate("clicked", "asked"))
    )


def without_results(language: str, period: Period) -> QuerySet[AskedQuery, Any]:
    """Return clusters of questions with the same `terms` that found nothing.

    `without_results` counts how often, `questions` how many different ones a cluster has.
    """
    return (
        _asked_in(language, period, days__without_results__gt=0)
        .values("language", "terms")
        .annotate(
            without_results=Sum("days__without_results"), questions=Count("pk", distinct=True)
        )
    )


def examples(language: str, period: Period, terms: list[str]) -> dict[str, list[str]]:
    """Return for each cluster the questions that found nothing most often."""
    questions = (
        _asked_in(language, period, days__without_results__gt=0, terms__in=terms)
        .annotate(times=Sum("days__without_results"))
        .order_by("-times", "text", "pk")
    )
    found: dict[str, list[str]] = {}
    for cluster, text in questions.values_list("terms", "text"):
        found.setdefault(cluster, []).append(text)
    return {cluster: texts[:EXAMPLES] for cluster, texts in found.items()}


def falling(language: str, period: Period) -> QuerySet[AskedQuery]:
    """Return what was asked often, and is now asked or answered less.

    A question falls if it was asked at least 10 times in the period before and is asked at most
    half as often now, or asked at least 5 times now while its rate fell by 20 or more.
    """
    before, now = _within(period.before), _within(period)
    both = AskedQuery.objects.kept().filter(
        language=language, days__day__range=(period.before.first, period.last)
    )
    return (
        both.annotate(
            asked_before=_sum("asked", before),
            asked=_sum("asked", now),
            clicked_before=_sum("clicked", before),
            clicked=_sum("clicked", now),
        )
        .annotate(
            rate_before=_rate("clicked_before", "asked_before"), rate=_rate("clicked", "asked")
        )
        .annotate(lost=F("clicked_before") - F("clicked"))
        .filter(asked_before__gte=LEAST_ASKED_BEFORE)
        .filter(
            Q(asked__lte=F("asked_before") / 2)
            | Q(asked__gte=LEAST_ASKED_NOW, rate__lte=F("rate_before") - POINTS_LOST)
        )
    )


def positions(language: str, period: Period) -> list[dict[str, Any]]:
    """Return for each position of the first page how often its result was chosen.

    `rate` is for 100 searches that found something, of all questions, also of those that may not
    be read. The last row is of all positions beyond the first page.
    """
    days = (period.first, period.last)
    total = QueryDay.objects.filter(query__language=language, day__range=days).aggregate(
        answered=Sum(F("asked") - F("without_results"))
    )["answered"]
    clicks = ClickDay.objects.filter(query__language=language, day__range=days)
    counted = dict(clicks.values_list("position").annotate(Sum("clicked")).order_by("position"))
    rows = {position: counted.pop(position, 0) for position in range(1, POSITIONS + 1)}
    return [
        {
            "position": position,
            "clicked": clicked,
            "rate": round(100 * clicked / total) if total else None,
        }
        for position, clicked in [*rows.items(), (None, sum(counted.values()))]
    ]


def _asked_in(language: str, period: Period, **more: Any) -> QuerySet[AskedQuery]:
    """All conditions on days stand in one call: each further one would join the days again."""
    days = (period.first, period.last)
    return AskedQuery.objects.kept().filter(language=language, days__day__range=days, **more)


def _within(period: Period) -> Q:
    return Q(days__day__range=(period.first, period.last))


def _sum(count: str, within: Q) -> Combinable:
    return Coalesce(Sum(f"days__{count}", filter=within), 0)


def _rate(clicked: str, asked: str) -> Combinable:
    return F(clicked) * 100 / NullIf(F(asked), 0)
