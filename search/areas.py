"""By which keys do documents and addresses name the places where a service holds?

    NL             the whole country (EL for Greece, as in all lists of areas)
    NL3, NL31 …    an area of NUTS, by its code
    NL-GM0344      a municipality, by country and code of its local administrative unit

A document has the keys of its own places and of none around them. What holds in an area holds in
all that lies in it, and what holds in the country holds everywhere: a reader who chooses a place
is shown what has the key of the place or of one of those `around` it. Which areas those are is
read when it is asked, so new versions of NUTS are new rows of the territories and no new index.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings

from services.interchange.code_lists import NUTS_COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterable

AREA_KEY = re.compile(r"[A-Z]{2}([A-Z0-9]{0,3}|-[A-Za-z0-9._/-]{1,16})")

# The columns of a territory that tell its key, and those of the areas in which it lies.
LINEAGE = (
    "country",
    "kind",
    "code",
    "parent__code",
    "parent__parent__code",
    "parent__parent__parent__code",
)
COUNTRY_LENGTH = 2


def national_area() -> str:
    """Return the key of the whole country."""
    country: str = settings.SITE_COUNTRY
    return NUTS_COUNTRY.get(country, country)


def area_key(country: str, kind: str, code: str) -> str:
    """Return the key of a territory; codes of NUTS begin with the country."""
    return f"{country}-{code}" if kind == "lau" or not code.startswith(country) else code


def lineage(country: str, kind: str, code: str, *above: str | None) -> tuple[str, ...]:
    """Return the keys of a place and of the areas around it, from the values of `LINEAGE`."""
    return (area_key(country, kind, code), *filter(None, above), country)


def is_local(area: str) -> bool:
    """Say whether a key is not that of a whole country."""
    return len(area) > COUNTRY_LENGTH


def without_parts(lineages: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the places' keys without those that lie in another of the places."""
    found = {keys[0]: set(keys[1:]) for keys in lineages}
    return tuple(key for key, around in found.items() if not around & found.keys())
