"""How do templates keep a component that is the same in many pages?

    {% kept "components/footer.html" columns=footer_columns demo_notice=demo_notice %}

shows the component as `{% include … only %}` would, and makes it anew only where it is given
something else, in another language, or after a while (`services.presentation.kept`). It must not
depend on anything that it is not given; and what it is given must be the same for many readers.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from services.presentation.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from django.utils.safestring import SafeString

register = template.Library()

MOST_KEPT = 512


@register.simple_tag
def kept(component: str, /, **given: Any) -> SafeString:
    """Return a component by its path; given are lists, dictionaries, and what cannot change."""
    return _kept.of((component, get_language(), _frozen(given)), component, given)


def _make(_key: Hashable, component: str, given: Mapping[str, Any]) -> SafeString:
    return render_to_string(component, given)


def _frozen(given: Any) -> Hashable:
    """Return what is equal only for what looks equal: a text that is HTML is like no other."""
    if isinstance(given, dict):
        return tuple((name, _frozen(each)) for name, each in given.items())
    if isinstance(given, list | tuple):
        return tuple(map(_frozen, given))
    if is_dataclass(given):
        return type(given), *(_frozen(getattr(given, each.name)) for each in fields(given))
    return type(given), given


_kept = Kept(_make, most_keys=MOST_KEPT)
