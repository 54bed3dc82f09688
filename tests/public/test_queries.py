"""How many questions does a service page ask the database? The same for few rows and for many."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from services.gateway.models import Registration
from services.models import (
    Channel,
    Deadline,
    Evidence,
    Fee,
    IdentificationMeans,
    PolicyCode,
    RelatedPage,
    ServiceContact,
    ServiceLegalReference,
    ServicePolicyCode,
    ServiceTerritory,
    ServiceTopic,
    Step,
    Territory,
)
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

    from tests.public.conftest import Place

MOST = 25


def enlarge(place: Place, count: int) -> None:
    """Give the service so many of everything that it can have several of."""
    page = place.service
    page.is_gateway_page = True
    for name, rows in {**rows_of(count), **relations_of(place, count)}.items():
        setattr(page, name, rows)
    factories.publish(page)


def rows_of(count: int) -> dict[str, list[Any]]:
    numbers = range(count)
    return {
        "steps": [Step(title=f"Stap {each}", text="<p>Doe dit.</p>") for each in numbers],
        "channels": [Channel(kind="counter", label=f"Loket {each}") for each in numbers],
        "identification": [IdentificationMeans(name=f"Middel {each}") for each in numbers],
        "evidence": [Evidence(name=f"Bewijs {each}") for each in numbers],
        "fees": [Fee(label=f"Groep {each}", amount=Decimal(each)) for each in numbers],
        "periods": [
            Deadline(label=f"Termijn {each}", party="user", length=each, unit="day")
            for each in numbers
        ],
    }


def relations_of(place: Place, count: int) -> dict[str, list[Any]]:
    numbers = range(count)
    topics = [factories.topic_page(place.tree.home, f"Thema {each}") for each in numbers]
    contacts = [factories.contact_point(f"Balie {each}") for each in numbers]
    laws = [factories.legal_reference(f"Wet {each}") for each in numbers]
    return {
        "topics": [ServiceTopic(topic=each) for each in topics],
        "related_pages": [RelatedPage(related=each) for each in topics],
        "contacts": [ServiceContact(contact=each) for each in contacts],
        "legal_references": [ServiceLegalReference(reference=each) for each in laws],
        "territories": [ServiceTerritory(territory=territory(each)) for each in numbers],
        "policy_codes": [ServicePolicyCode(policy_code=policy_code(each)) for each in numbers],
    }


def territory(number: int) -> Territory:
    values = {"country": "NL", "kind": "lau", "code": f"GM{number:04}"}
    return Territory.objects.get_or_create(**values, defaults={"name": f"Gemeente {number}"})[0]


def policy_code(number: int) -> PolicyCode:
    values = {"annex": "II", "title_en": f"Procedure {number}"}
    return PolicyCode.objects.get_or_create(identifier=f"code-{number}", defaults=values)[0]


def register(page: Any) -> None:
    Registration.objects.create(
        translation_key=page.translation_key, locale=page.locale, registered_on=date(2026, 1, 1)
    )


def queries(client: Client, page: Any) -> int:
    client.get(page.url)  # Content types and the sites' roots are warm then.
    with CaptureQueriesContext(connection) as captured:
        response = client.get(page.url)
    assert response.status_code == 200
    return len(captured)


def test_number_of_queries_does_not_grow_with_the_rows(place: Place, client: Client) -> None:
    pages = (place.service, place.english)
    for page in pages:
        register(page)
    enlarge(place, 3)
    few = [queries(client, page) for page in pages]
    enlarge(place, 9)

    assert [queries(client, page) for page in pages] == few
    assert max(few) <= MOST
