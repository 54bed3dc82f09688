"""What each gateway page must say, taken from the pages' data and from the code list.

The rules of the specification are written here a second time, on purpose: what the site serves is
compared with the data, not with what the code that serves it would serve again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F
from wagtail.models import Site

from services.models import (
    AssistancePage,
    InformationPage,
    PolicyCode,
    ProcedurePage,
    ServicePage,
    ServicePolicyCode,
    ServiceTerritory,
    Territory,
)

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

GREECE = ("EL", "GR")


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """One language of a gateway page; ``codes`` are (value, official title) in the list's order.

    ``uncoded`` are rows of the law without an official code, ``expired`` what is not valid today.
    """

    url: str
    language: str
    identifier: str
    title: str
    country: str
    kinds: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    areas: tuple[str, ...]
    uncoded: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()


@dataclass(slots=True)
class _Facts:
    """The facts of one source page, shared by its languages."""

    kinds: tuple[str, ...]
    codes: list[PolicyCode]
    areas: list[Territory]


def expected_pages(*, on: date) -> list[ExpectedPage]:
    """All live gateway pages in all languages; the number of queries does not grow with them."""
    site = Site.objects.get(is_default_site=True)
    roots = [root for root in Site.get_site_root_paths() if root.site_id == site.pk]
    facts = _facts()
    pages = ServicePage.objects.filter(live=True, alias_of=None)
    return [
        ExpectedPage(
            url=url,
            language=page.locale.language_code,
            identifier=str(page.translation_key),
            title=page.title,
            **_tags(facts[page.translation_key], on=on),
        )
        for page in pages.select_related("locale").order_by("url_path")
        if page.translation_key in facts and (url := _address(page, roots))
    ]


def official_values(*, on: date) -> frozenset[str]:
    """Everything that may stand in the tag ``policy-code``."""
    return frozenset(value for code in PolicyCode.objects.valid(on=on) if (value := _value(code)))


def _address(page: ServicePage, roots: list[Any]) -> str:
    """Wagtail's own answer on the registered host; empty where the page is below no front page."""
    page._wagtail_cached_site_root_paths = roots  # Else each page looks them up for itself.
    parts = page.get_url_parts()
    return f"{settings.BASE_URL}{parts[2]}" if parts else ""


def _tags(facts: _Facts, *, on: date) -> dict[str, Any]:
    """What the tags must say, and which facts cannot be said by tags."""
    chosen = {code.pk: code for code in facts.codes}.values()
    codes = sorted((c for c in chosen if _value(c) and _holds(c, on)), key=_in_list)
    rows: list[Any] = [*chosen, *facts.areas]
    return {
        "country": GREECE[1] if settings.SITE_COUNTRY in GREECE else settings.SITE_COUNTRY,
        "kinds": facts.kinds,
        "codes": tuple((_value(code), code.title_en) for code in codes),
        "areas": tuple(dict.fromkeys(area.code for area in sorted(facts.areas, key=_on_map))),
        "uncoded": tuple(code.identifier for code in chosen if not _value(code)),
        "expired": tuple(str(row) for row in rows if not _holds(row, on)),
    }


def _facts() -> dict[UUID, _Facts]:
    marked = ServicePage.objects.filter(live=True, is_gateway_page=True, alias_of=None)
    sources = marked.filter(locale_id=F("source_locale_id")).values("pk")
    codes = _related(ServicePolicyCode, "policy_code", PolicyCode, sources)
    areas = _related(ServiceTerritory, "territory", Territory, sources)
    return {
        key: _Facts(kinds, codes[pk], areas[pk]) for pk, key, kinds in _kinds_of_sources(sources)
    }


def _kinds_of_sources(sources: Any) -> list[tuple[int, UUID, tuple[str, ...]]]:
    found: list[tuple[int, UUID, tuple[str, ...]]] = []
    for model, kind in ((InformationPage, "information"), (AssistancePage, "assistance")):
        rows = model.objects.filter(pk__in=sources).values_list("pk", "translation_key")
        found += [(pk, key, (kind,)) for pk, key in rows]
    procedures = ProcedurePage.objects.filter(pk__in=sources)
    for pk, key, also in procedures.values_list("pk", "translation_key", "also_explains_rules"):
        found.append((pk, key, ("information", "procedure") if also else ("procedure",)))
    return found


def _related(through: Any, name: str, model: Any, sources: Any) -> dict[int, list[Any]]:
    """The rows that each source names."""
    rows = through.objects.filter(page_id__in=sources)
    named = model.objects.in_bulk(list(rows.values_list(name, flat=True).distinct()))
    found: dict[int, list[Any]] = defaultdict(list)
    for page, row in rows.values_list("page_id", f"{name}_id"):
        found[page].append(named[row])
    return found


def _value(code: PolicyCode) -> str:
    return code.title_en if code.annex == "III" else code.code


def _holds(row: PolicyCode | Territory, on: date) -> bool:
    return (row.valid_from or on) <= on <= (row.valid_until or on)


def _in_list(code: PolicyCode) -> tuple[bool, int, str, int]:
    """A to X and then by number, so that J2 stands before J10; then the services of Annex III."""
    letters = re.sub(r"\d", "", code.code)
    padded = re.sub(r"\d+", lambda number: number.group().zfill(3), code.code)
    return (code.annex == "III", len(letters), padded, code.position)


def _on_map(area: Territory) -> tuple[bool, str, str]:
    """The NUTS levels first, then local units; by code within each."""
    return (area.kind == "lau", area.kind, area.code)
