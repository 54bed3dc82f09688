"""How are the values of a filter written, which readers tick?

By a filter and no component, because a page of results has dozens of them.
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

FIELD = """
<label>
    <input type="checkbox" name="{}" value="{}" {}>
    <span {}>{}</span>
    <small>{}<span class="visually-hidden"> {}</span></small>
</label>
"""


@register.filter
def ticked_as(options: Iterable[Mapping[str, Any]], name: str) -> str:
    """Return a field of this name for each value: .value .label (words) .count .noun .is_chosen."""
    return SafeString("".join(_field(name, option) for option in options))


def _field(name: str, option: Mapping[str, Any]) -> SafeString:
    return filled_in(
        FIELD,
        name,
        option["value"],
        "checked" if option.get("is_chosen") else "",
        lang_attributes(option["label"]),
        option["label"],
        option["count"],
        option["noun"],
    )
