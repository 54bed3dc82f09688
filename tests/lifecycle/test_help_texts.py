"""Do the forms say why they ask for what editors would not expect?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

if TYPE_CHECKING:
    from django.test import Client

    from tests import factories


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("procedurepage", "whether it is open to them"),
        ("procedurepage", "at least one of Annex I"),
        ("procedurepage", "fixed if a rule sets it"),
        ("assistancepage", "Article 11(1)(a): advice"),
    ],
)
def test_form_of_a_service_says_why(
    admin_client: Client, authority: Any, kind: str, words: str
) -> None:
    url = reverse("wagtailadmin_pages:add", args=["services", kind, authority.pk])

    assert words in admin_client.get(url, headers={"accept-language": "en"}).content.decode()


def test_form_of_a_contact_point_says_why(admin_client: Client, tree: factories.SiteTree) -> None:
    url = reverse("wagtailsnippets_services_contactpoint:add")

    shown = admin_client.get(url, headers={"accept-language": "en"}).content.decode()

    assert "People from abroad choose by it" in shown
