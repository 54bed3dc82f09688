"""A site with one Dutch service whose contact, authority and parent stand in English, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import translation

from tests import factories
from tests.translation.steps import ask, hand_in_now, person, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from services.translation.models import TranslationVersion


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The words that tests look for are those of the code; requests choose their own language."""
    with translation.override("en"):
        yield


@dataclass
class Place:
    """The pages that a test of translation starts from."""

    tree: factories.SiteTree
    authority: Any
    authority_en: Any
    page: Any
    contact: Any


@pytest.fixture(scope="module")
def laid_place(module_transaction: None) -> Place:
    tree = factories.site_tree(("nl", "en"))
    authority = factories.authority_page(tree.home)
    factories.translation(authority.authority, name="Municipality of Lindewoude")
    contact = factories.contact_point()
    authority_en = factories.translation(authority, title="Municipality of Lindewoude")
    page = factories.service(authority, factories.information_draft())
    return Place(tree, authority, authority_en, page, contact)


@pytest.fixture
def translator(db: None) -> Any:
    return person("translator", "Translators en")


@pytest.fixture
def reviewer(db: None) -> Any:
    return person("reviewer", "Translators en", "Translators de")


@pytest.fixture
def superuser(db: None) -> Any:
    return person("superuser", superuser=True)


@pytest.fixture
def asked(place: Place) -> Any:
    """The translation of the page into English, asked for, nothing translated."""
    return ask(place.page)


@pytest.fixture
def translated(asked: Any, translator: Any) -> Any:
    """The same, with every text translated."""
    return translate(asked, by=translator)


@pytest.fixture
def desk(client: Client, translator: Any) -> Client:
    """The translator at work."""
    client.force_login(translator)
    return client


@pytest.fixture(params=["page", "contact"])
def version(request: pytest.FixtureRequest, place: Place, translator: Any) -> TranslationVersion:
    """What was handed in: of a page, and of a snippet."""
    return hand_in_now(translate(ask(getattr(place, request.param)), by=translator), translator)
