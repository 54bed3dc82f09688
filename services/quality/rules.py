"""Rules that a service page must satisfy before it may be published.

A rule is a function from a page to the findings it causes. It reads, it never writes, and it
knows nothing of requests, so that the gate, the form and the tests all call the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.utils.translation import gettext as _

from services.models.elements import State, is_filled

if TYPE_CHECKING:
    from services.models import ServicePage


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in which field, by which article."""

    rule: str
    field: str
    message: str
    article: str = ""


Rule: TypeAlias = Callable[["ServicePage"], Iterator[Finding]]


def summary_is_written(page: ServicePage) -> Iterator[Finding]:
    """Article 9(1)(a): readers see at once whether the page is for them."""
    if not is_filled(page.summary):
        yield Finding("summary", "summary", _("Write the summary: search results show it."))


def elements_are_stated(page: ServicePage) -> Iterator[Finding]:
    """Articles 9(1), 10(1), 11(1): each element is filled or does not apply for a reason."""
    for element in page.elements:
        if element.state(page) is State.EMPTY:
            message = (
                _("%(article)s: “%(element)s” is empty. Fill it, or say why it does not apply.")
                if element.may_not_apply
                else _("%(article)s: “%(element)s” is empty.")
            )
            words = {"article": element.article, "element": element.label}
            yield Finding("element", element.name, message % words, element.article)


def authority_is_named(page: ServicePage) -> Iterator[Finding]:
    """Articles 9(1)(d) and 10(1)(b): the authority above the page answers for it."""
    above = page.get_parent().specific
    if getattr(above, "authority_id", None) is None:
        yield Finding(
            "authority",
            "authority",
            _("“%(page)s”, the page above this one, names no competent authority.")
            % {"page": above.get_admin_display_title()},
        )


def fees_tell_how_to_pay(page: ServicePage) -> Iterator[Finding]:
    """Article 10(1)(f) and 11(1)(c): whoever must pay is told by which online methods."""
    if "fees" not in page.fact_fields or is_filled(page.payment):
        return
    if any(fee.amount for fee in page.fees.all()):
        yield Finding("payment", "payment", _("There is a fee: say how it can be paid online."))


RULES: tuple[Rule, ...] = (
    authority_is_named,
    summary_is_written,
    elements_are_stated,
    fees_tell_how_to_pay,
)


def inspect(page: ServicePage) -> list[Finding]:
    """All findings against publishing the page as it is given."""
    return [finding for rule in RULES for finding in rule(page)]
