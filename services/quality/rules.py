"""Rules that a service page must satisfy before it may be published.

A rule is a function from a page to the findings it causes. It reads, it never writes, and it
knows nothing of requests, so that the gate, the form and the tests all call the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core.validators import EMPTY_VALUES
from django.utils.translation import gettext as _

from services.lifecycle.refusals import not_live, title_of
from services.models import LifeEventPage
from services.models.elements import State, is_filled
from services.models.relations import SnippetRow

if TYPE_CHECKING:
    from services.models import ServicePage
    from services.models.elements import Element


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in which field, by which article; ``place`` is what must be mended if it
    is not the page itself."""

    rule: str
    field: str
    message: str
    article: str = ""
    place: Any = None


Rule: TypeAlias = Callable[[Any], Iterator[Finding]]


def summary_is_written(page: ServicePage) -> Iterator[Finding]:
    """Article 9(1)(a): readers see at once whether the page is for them."""
    if not is_filled(page.summary):
        yield Finding("summary", "summary", _("Write the summary: search results show it."))


def elements_are_stated(page: ServicePage) -> Iterator[Finding]:
    """Articles 9(1), 10(1), 11(1): each element is filled or does not apply for a reason."""
    for element in page.elements:
        if element.state(page) is State.EMPTY:
            drafts = _drafts_in(getattr(page, element.name))
            yield from _of_drafts(element, drafts) if drafts else _of_element(element)


def authority_is_named(page: ServicePage) -> Iterator[Finding]:
    """Articles 9(1)(d) and 10(1)(b): the authority above the page answers for it."""
    above = page.get_parent().specific
    authority = getattr(above, "answering_authority", None)
    if authority is None:
        message = _("“%(page)s”, the page above this one, names no competent authority.")
        words = {"page": title_of(above)}
        place = getattr(above, "source", None) or above
        yield Finding("authority", "authority", message % words, place=place)
    elif not authority.source_is_live:
        yield Finding(
            "draft", "authority", not_live(authority), place=authority.source or authority
        )


def page_above_is_live(page: ServicePage) -> Iterator[Finding]:
    """Readers find the authority of a service, and the way up, on the page above it."""
    above = page.get_parent()
    if not above.live:
        yield Finding("draft", "", not_live(above.specific), place=above.specific)


def audience_is_chosen(page: ServicePage) -> Iterator[Finding]:
    """Article 9(1)(a): a page is for citizens, for businesses or for both."""
    if not page.audience:
        message = _("Say for whom the page is: citizens, businesses or both.")
        yield Finding("audience", "for_citizens", message)


def fees_tell_how_to_pay(page: ServicePage) -> Iterator[Finding]:
    """Article 10(1)(f) and 11(1)(c): whoever must pay is told by which online methods."""
    if "fees" not in page.fact_fields or is_filled(page.payment):
        return
    if any(fee.amount for fee in page.fees.all()):
        yield Finding("payment", "payment", _("There is a fee: say how it can be paid online."))


def rows_are_whole(page: ServicePage | LifeEventPage) -> Iterator[Finding]:
    """A draft may lack what a row cannot be shown without: a name, an amount."""
    for name, number, row in _rows(page, *page.word_rows):
        for field in row._meta.concrete_fields:
            if field.editable and not field.blank and field.value_from_object(row) in EMPTY_VALUES:
                message = _("Row %(number)s, “%(row)s”: “%(field)s” is missing.")
                yield _of_row(name, number, row, message, field=field.verbose_name)


def periods_can_be_told(page: ServicePage) -> Iterator[Finding]:
    """Article 10(1)(g) and 11(1)(d): a period is so many units long, or ends on a date."""
    for name, number, period in _rows(page, "periods"):
        if (period.length is None) == (period.date is None):
            message = _("Row %(number)s, “%(row)s”: give either a length or a date.")
            yield _of_row(name, number, period, message)
        elif period.length is not None and not period.unit:
            message = _("Row %(number)s, “%(row)s”: choose the unit of the length.")
            yield _of_row(name, number, period, message)


def presence_has_its_reason(page: ServicePage) -> Iterator[Finding]:
    """Article 6(3): presence in person may be asked for overriding reasons only."""
    for name, number, step in _rows(page, "steps"):
        if step.in_person and not is_filled(step.in_person_reason):
            message = _("Row %(number)s, “%(row)s”: say why people must come in person.")
            yield _of_row(name, number, step, message)


def steps_lead_to_one_place(page: LifeEventPage) -> Iterator[Finding]:
    """A step has one link."""
    for name, number, step in _rows(page, "steps"):
        if step.target_id and step.url:
            message = _("Row %(number)s, “%(row)s”: give a page or an address, not both.")
            yield _of_row(name, number, step, message)


def _of_element(element: Element) -> Iterator[Finding]:
    message = _("%(article)s: “%(element)s” is empty. Fill it, or say why it does not apply.")
    words = {"article": element.article, "element": element.label}
    yield Finding("element", element.name, message % words, element.article)


def _of_drafts(element: Element, drafts: list[Any]) -> Iterator[Finding]:
    """What is chosen fills an element as soon as readers see it."""
    for draft in drafts:
        yield Finding("draft", element.name, not_live(draft), element.article, place=draft)


def _drafts_in(value: Any) -> list[Any]:
    """The snippets that were chosen and are not live."""
    rows = value.all() if hasattr(value, "all") else []
    snippets = [row.snippet for row in rows if isinstance(row, SnippetRow)]
    return [snippet.source or snippet for snippet in snippets if not snippet.source_is_live]


def _rows(page: Any, *names: str) -> Iterator[tuple[str, int, Any]]:
    for name in names:
        if name in page.word_rows:
            for number, row in enumerate(getattr(page, name).all(), start=1):
                yield name, number, row


def _of_row(name: str, number: int, row: Any, message: str, **words: Any) -> Finding:
    return Finding("row", name, message % {"number": number, "row": row, **words})


SERVICE_RULES: tuple[Rule, ...] = (
    authority_is_named,
    page_above_is_live,
    summary_is_written,
    audience_is_chosen,
    elements_are_stated,
    rows_are_whole,
    presence_has_its_reason,
    fees_tell_how_to_pay,
    periods_can_be_told,
)
LIFE_EVENT_RULES: tuple[Rule, ...] = (rows_are_whole, steps_lead_to_one_place)


def inspect(page: ServicePage | LifeEventPage) -> list[Finding]:
    """All findings against publishing the page as it is given."""
    rules = LIFE_EVENT_RULES if isinstance(page, LifeEventPage) else SERVICE_RULES
    return [finding for rule in rules for finding in rule(page)]
