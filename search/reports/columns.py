"""How a row of a report shows what readers asked, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import ButtonsColumnMixin, TitleColumn
from wagtail.admin.widgets.button import ListingButton
from wagtail.coreutils import multigetattr

from search.query import EXPLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST = 100
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class QuestionColumn(ButtonsColumnMixin, TitleColumn):
    """One question, or some that belong together; the first is what the buttons take along."""

    def get_value(self, instance: Any) -> str:
        return " · ".join(_texts(super().get_value(instance)))

    def get_buttons(self, instance: Any, parent_context: Any) -> list[ListingButton]:
        texts = _texts(super().get_value(instance))
        if not texts:
            return []
        language = multigetattr(instance, "language")
        return [*_buttons(language, texts[0]), _explanation(language, texts[0])]


def _texts(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _buttons(language: str, text: str) -> Iterator[ListingButton]:
    for priority, (label, said, address, field) in enumerate(
        (
            (_("Synonym"), _("Add a synonym"), "synonyms:add", "words"),
            (_("Best bet"), _("Add a best bet"), "best-bets:add", "query"),
            (_("Suggest"), _("Suggest to readers"), "suggested-questions:add", "text"),
            (_("Task"), _("Add a task for an owner"), "owner-tasks:add", "query"),
        )
    ):
        yield ListingButton(
            label,
            f"{reverse(address)}?{urlencode({'language': language, field: text})}",
            attrs={"aria-label": f"{label} – {said}: {text}"},
            priority=priority,
        )


def _explanation(language: str, text: str) -> ListingButton:
    label, said = _("Explain"), _("See why pages stand where they stand")
    with translation.override(language):
        address = reverse("search:results")
    return ListingButton(
        label,
        f"{address}?{urlencode({'q': text, EXPLAIN: '1'})}",
        attrs={"aria-label": f"{label} – {said}: {text}"},
        priority=LAST,
    )


def as_text(value: Any) -> str:
    """Return what a spreadsheet shows as it stands, whatever a reader typed."""
    text = " · ".join(_texts(value))
    return f"'{text}" if text.startswith(FORMULA) else text
