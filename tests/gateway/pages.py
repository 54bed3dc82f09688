"""Service pages with codes of the official list and areas, for the tests of the gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.models import (
    AuthorityPage,
    PolicyCode,
    ServicePage,
    ServicePolicyCode,
    ServiceTerritory,
    Territory,
)
from services.vocabularies.code_lists import read_policy_codes
from tests import factories

if TYPE_CHECKING:
    from services.models import AssistancePage, InformationPage, ProcedurePage

TERRITORIES = {
    "NL3": ("nuts1", "West-Nederland"),
    "NL32": ("nuts2", "Noord-Holland"),
    "NL341": ("nuts3", "Zeeuwsch-Vlaanderen"),
    "NL350": ("nuts3", "Utrecht"),
    "GM0363": ("lau", "Amsterdam"),
    "GM0034": ("lau", "Almere"),
}


def policy_code(identifier: str) -> PolicyCode:
    """A code as it stands in the official list."""
    row = next(row for row in read_policy_codes() if row.identifier == identifier)
    values = {
        name: getattr(row, name)
        for name in ("code", "annex", "title_en", "valid_from", "valid_until", "position")
    }
    values["parent"] = policy_code(row.parent) if row.parent else None
    return PolicyCode.objects.get_or_create(identifier=identifier, defaults=values)[0]


def territory(code: str) -> Territory:
    kind, name = TERRITORIES[code]
    return Territory.objects.get_or_create(
        country="NL", kind=kind, code=code, defaults={"name": name}
    )[0]


def classified(draft: Any, codes: tuple[str, ...], areas: tuple[str, ...] = ()) -> Any:
    """The draft as a gateway page with these codes, in this order, and areas."""
    draft.is_gateway_page = True
    draft.policy_codes = [ServicePolicyCode(policy_code=policy_code(code)) for code in codes]
    draft.territories = [ServiceTerritory(territory=territory(area)) for area in areas]
    return draft


def information(*codes: str, areas: tuple[str, ...] = (), **values: Any) -> InformationPage:
    return classified(factories.information_draft(**values), codes, areas)


def procedure(*codes: str, areas: tuple[str, ...] = (), **values: Any) -> ProcedurePage:
    return classified(factories.procedure_draft(**values), codes, areas)


def assistance(*codes: str, areas: tuple[str, ...] = (), **values: Any) -> AssistancePage:
    return classified(factories.assistance_draft(**values), codes, areas)


def published(authority: AuthorityPage, draft: ServicePage) -> Any:
    return factories.service(authority, draft)
