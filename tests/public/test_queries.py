"""How many questions does a service page ask the database? The same for few rows and for many."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services.models import Fee, ServiceContact, ServiceLegalReference
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

    from tests.public.conftest import Place

MOST = 25


def enlarge(place: Place, count: int) -> None:
    page = place.service
    page.is_gateway_page = True
    page.fees = [Fee(label=f"Groep {each}", amount=Decimal(each)) for each in range(count)]
    page.contacts = [
        ServiceContact(contact=factories.contact_point(f"Balie {each}")) for each in range(count)
    ]
    page.legal_references = [
        ServiceLegalReference(reference=factories.legal_reference(f"Wet {each}"))
        for each in range(count)
    ]
    factories.publish(page)


def queries(client: Client, page: Any) -> int:
    client.get(page.url)  # Content types and the sites' roots are warm then.
    with CaptureQueriesContext(connection) as captured:
        response = client.get(page.url)
    assert response.status_code == 200
    return len(captured)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_number_of_queries_does_not_grow_with_the_rows(
    place: Place, client: Client, language: str
) -> None:
    page = {"nl": place.service, "en": place.english}[language]
    enlarge(place, 3)
    few = queries(client, page)
    enlarge(place, 30)

    assert queries(client, page) == few
    assert few <= MOST
