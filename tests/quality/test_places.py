"""Does each reason lead to a place that the form has, whatever its language?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from services.models import AssistancePage, InformationPage, LifeEventPage, ProcedurePage
from services.models.facts import Channel, Deadline, Evidence, Fee, IdentificationMeans, Step
from services.models.guides import LifeEventStep
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

UNFINISHED = {
    "steps": [Step(title="", in_person=True)],
    "channels": [Channel(kind="online", label="")],
    "identification": [IdentificationMeans(name="")],
    "evidence": [Evidence(name="")],
    "fees": [Fee(label="Volwassenen", amount=5), Fee(label="")],
    "periods": [Deadline(label="Beslissing", party="authority")],
    "payment": "",
}
OFFERED = {name: UNFINISHED[name] for name in ("channels", "fees", "periods", "payment")}
DRAFTS = {
    "nothing in a procedure": lambda: ProcedurePage(title="A", for_citizens=False),
    "nothing in information": lambda: InformationPage(title="A", for_citizens=False),
    "nothing in assistance": lambda: AssistancePage(title="A", for_citizens=False),
    "half rows of a procedure": lambda: factories.procedure_draft(**UNFINISHED),
    "half rows of assistance": lambda: factories.assistance_draft(**OFFERED),
}


def open_in(client: Client, language: str, url: str) -> str:
    client.cookies["django_language"] = language
    return client.get(url, headers={"accept-language": language}).content.decode()


def missing_in(client: Client, language: str, page: Any) -> list[str]:
    """The places that the reasons against a page name, and its form in the language lacks."""
    reasons = page.reasons_against_publication(page.save_revision())
    html = open_in(client, language, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    anchors = [reason.url.partition("#")[2] for reason in reasons]
    assert anchors
    return [anchor for anchor in anchors if f'id="{anchor}"' not in html]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", DRAFTS)
def test_places_in_a_service_exist(
    admin_client: Client, authority: Any, name: str, language: str
) -> None:
    page = authority.add_child(instance=DRAFTS[name]())

    assert missing_in(admin_client, language, page) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_steps_of_a_life_event_exist(
    admin_client: Client, tree: factories.SiteTree, language: str
) -> None:
    page: Any = LifeEventPage(title="Verhuizen")
    page.steps = [LifeEventStep(title="")]
    tree.home.add_child(instance=page)

    assert missing_in(admin_client, language, page) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_authority_of_an_authoritys_page_exists(
    admin_client: Client, authority: Any, language: str
) -> None:
    factories.service(authority)
    authority.refresh_from_db()
    authority.authority = None

    assert missing_in(admin_client, language, authority) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_parent_of_an_authority_exists(admin_client: Client, language: str) -> None:
    authority = factories.competent_authority()
    authority.parent = authority
    [reason] = authority.reasons_against_publication(authority.save_revision(clean=False))
    address, _, anchor = reason.url.partition("#")

    assert f'id="{anchor}"' in open_in(admin_client, language, address)
