"""How are the fields of a form written that a page has dozens of?

By filters and no components: including a template costs ten times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.safestring import SafeString

from services.presentation.markup import filled_in
from services.templatetags.words import lang_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

register = template.Library()

HIDDEN = '<input type="hidden" name="{}" value="{}">'

TICKED = """
<label>
    <input type="checkbox" name="{}" value="{}" {}>
    <span {}>{}</span>
    <small>{}<span class="visually-hidden"> {}</span></small>
</label>
"""


@register.filter
def ticked_as(options: Iterable[Mapping[str, Any]], name: str) -> str:
    """Return a field of this name for each value: .value .label (words) .count .noun .is_chosen."""
    return SafeString("".join(_ticked(name, option) for option in options))


@register.filter
def hidden_fields(fields: Iterable[Mapping[str, str]]) -> str:
    """Return a field that is sent and not shown for each: .name .value."""
    found = (filled_in(HIDDEN, field["name"], field["value"]) for field in fields)
    return SafeString("".join(found))


def _ticked(name: str, option: Mapping[str, Any]) -> SafeString:
    return filled_in(
        TICKED,
        name,
        option["value"],
        "checked" if option.get("is_chosen") else "",
        lang_attributes(option["label"]),
        option["label"],
        option["count"],
        option["noun"],
    )
