"""Two authorities in two languages, and a service with its translation below the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests import factories


@dataclass
class Place:
    """The pages of a small site: nl is the source of en everywhere."""

    tree: factories.SiteTree
    town: Any
    town_en: Any
    province: Any
    province_en: Any
    service: Any
    service_en: Any


def laid_out() -> Place:
    tree = factories.site_tree(("nl", "en"))
    town = factories.authority_page(tree.home)
    town_en = factories.translation(town, "en", title="Lindewoude", slug="lindewoude-en")
    province = factories.authority_page(tree.home, "Provincie Veenland")
    province_en = factories.translation(province, "en", title="Veenland", slug="veenland-en")
    service = factories.service(town)
    service_en = factories.translation(service, "en", title="Report a move", slug="report-a-move")
    return Place(tree, town, town_en, province, province_en, service, service_en)


@pytest.fixture(scope="module")
def laid_place(module_transaction: None) -> Place:
    return laid_out()


def fresh(obj: Any) -> Any:
    return type(obj).objects.get(pk=obj.pk)


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    return factories.site_tree(("nl", "en"))


@pytest.fixture
def incomplete(authority: Any) -> Any:
    """A draft that says nothing about redress."""
    page = authority.add_child(instance=factories.procedure_draft(redress=""))
    page.save_revision()
    return fresh(page)
