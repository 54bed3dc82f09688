"""Which meta tags tell the Commission's crawler what a page is about.

A pure function from a published page to its tags, by the Commission's "Metadata for URLs that are
part of the Single Digital Gateway". The facts are those of the source page in every language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from services.gateway.countries import country_in_meta_tags
from services.models import PolicyCode, ServicePage, Territory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

SEPARATOR = ";"
TERRITORY_ORDER = list(Territory.Kind)
OFFICIAL_CODE = re.compile(r"([A-Z]+)(\d*)")


class Tag(NamedTuple):
    """One ``<meta name="…" content="…">``."""

    name: str
    content: str


def tags_of(
    page: object,
    *,
    codes: Iterable[PolicyCode] | None = None,
    territories: Iterable[Territory] | None = None,
    on: date | None = None,
) -> list[Tag]:
    """The tags of a gateway page, in the specification's order; none of any other page.

    ``codes`` and ``territories`` are those of the source page, if they are at hand already.
    """
    source = page.source if isinstance(page, ServicePage) else None
    if source is None or not source.is_gateway_page:
        return []
    chosen = [row.policy_code for row in _rows(source, "policy_code")] if codes is None else codes
    areas = (
        [row.territory for row in _rows(source, "territory")]
        if territories is None
        else territories
    )
    official = in_force(chosen, on=on or timezone.localdate())
    parts = (
        ("sdg-tag", ["sdg"]),
        ("DC.ISO3166", [country_in_meta_tags()]),
        ("DC.Location", [area.code for area in sorted(set(areas), key=_place_of_area)]),
        ("DC.Service", kinds_of(source)),
        ("policy-code", [code.tag_value for code in official]),
        ("DC.Policy", [code.title_en for code in official]),
    )
    return [Tag(name, SEPARATOR.join(values)) for name, values in parts if values]


def kinds_of(page: ServicePage) -> list[str]:
    """What the page is for the gateway; a procedure may explain the rules as well."""
    explains_rules = getattr(page, "also_explains_rules", False)
    return ["information", page.kind] if explains_rules else [page.kind]


def in_force(codes: Iterable[PolicyCode], *, on: date) -> list[PolicyCode]:
    """The codes that have an official value and are valid, each once, in the list's order."""
    valid = {code for code in codes if code.tag_value and _is_valid(code, on)}
    return sorted(valid, key=_place_in_list)


def _rows(source: ServicePage, name: str) -> Iterable:
    """The source's rows with what they name, in one query; of a preview, from memory."""
    relation = {"policy_code": "policy_codes", "territory": "territories"}[name]
    if relation in getattr(source, "_prefetched_objects_cache", {}):
        return source._prefetched_objects_cache[relation]
    return getattr(source, relation).select_related(name)


def _is_valid(code: PolicyCode, on: date) -> bool:
    begun = code.valid_from is None or code.valid_from <= on
    return begun and (code.valid_until is None or on <= code.valid_until)


def _place_in_list(code: PolicyCode) -> tuple[bool, int, str, int, int, str]:
    """By letter, then by number (J2 before J10); what has no code follows, as in its own list."""
    match = OFFICIAL_CODE.fullmatch(code.tag_value)
    if match is None:
        return (True, 0, "", 0, code.position, code.title_en)
    letters, number = match.groups()
    return (False, len(letters), letters, int(number or 0), 0, "")


def _place_of_area(area: Territory) -> tuple[int, str]:
    """NUTS 1, 2 and 3, then local units; by code within each."""
    return (TERRITORY_ORDER.index(Territory.Kind(area.kind)), area.code)
