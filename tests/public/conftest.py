"""A site in three languages with one complete service, read in Dutch and in English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from services.models import Channel
from tests import factories

if TYPE_CHECKING:
    from django.test import Client

Read = Callable[[Any], str]


@dataclass
class Place:
    """The pages and snippets of the site, all live; the service also in English."""

    tree: factories.SiteTree
    authority: Any
    topic: Any
    contact: Any
    law: Any
    service: Any
    english: Any


@pytest.fixture
def read(client: Client) -> Read:
    """The HTML of a page, its no-break spaces as plain ones."""

    def answer(page: Any) -> str:
        response = client.get(page if isinstance(page, str) else page.url)
        assert response.status_code == 200
        return " ".join(response.content.decode().replace("\xa0", " ").split())

    return answer


def laid_out() -> Place:
    tree = factories.site_tree()
    authority = factories.authority_page(tree.home)
    topic = factories.topic_page(tree.home)
    contact = factories.contact_point(
        description="Helpt u bij verhuizen.",
        opening_hours="Maandag: 9.00–17.00 uur",
        address="Marktplein 1\n1234 AB Lindewoude",
        email="balie@lindewoude.example",
    )
    law = factories.legal_reference()
    service = factories.service(
        authority,
        contacts=[contact],
        contacts_not_applicable="",
        legal_references=[law],
        topics=[topic],
        channels=[
            Channel(kind="online", label="Formulier", url="https://lindewoude.example/formulier"),
            Channel(kind="counter", label="Balie", address="Marktplein 1", opening_hours="9–17"),
        ],
    )
    factories.translation(authority, title="Municipality of Lindewoude")
    english = factories.translation(
        service, title="Report a move", summary="Report your new address.", slug="report-a-move"
    )
    return Place(tree, authority, topic, contact, law, service, english)


@pytest.fixture(scope="module")
def laid_place(module_transaction: None) -> Place:
    return laid_out()
