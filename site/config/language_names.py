"""Which languages can a site have, and what is each called in itself?

All 24 official languages of the Union, and what else Django knows. Maltese it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from collections.abc import Iterable

LANG_INFO.setdefault("mt", {"bidi": False, "code": "mt", "name": "Maltese", "name_local": "Malti"})


def named_languages(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Return languages as Django's settings name them; one that nobody knows is refused."""
    chosen = list(codes)
    unknown = [code for code in chosen if "name_local" not in LANG_INFO.get(code, {})]
    if unknown or not chosen:
        raise ImproperlyConfigured(f"LANGUAGES names no known language: {', '.join(unknown)}")
    return [(code, LANG_INFO[code]["name_local"]) for code in chosen]
