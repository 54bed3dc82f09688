"""Are the services that are laid whole: found in the tree, read with their rows, and searched?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from wagtail.models import Page

from search.page_documents import all_documents
from services.models import ProcedurePage
from tests import factories
from tests.bench.lay import lay_services

pytestmark = pytest.mark.django_db


@pytest.fixture
def pattern() -> Any:
    tree = factories.site_tree()
    return factories.service(factories.authority_page(tree.home))


def test_services_are_live_below_their_authority_with_all_rows(pattern: Any) -> None:
    lay_services(3)

    laid = ProcedurePage.objects.live().exclude(pk=pattern.pk)
    assert laid.count() == 3
    assert len({page.translation_key for page in laid}) == 3
    assert {page.get_parent().pk for page in laid} == {pattern.get_parent().pk}
    assert {page.steps.count() for page in laid} == {pattern.steps.count()}
    assert Page.find_problems() == ([], [], [], [], [])


def test_services_are_documents_of_the_index(pattern: Any) -> None:
    before = {document.url for document in all_documents("nl")}
    lay_services(3)

    documents = [each for each in all_documents("nl") if each.url not in before]
    assert len(documents) == 3
    assert all(re.search(r" \d$", document.title) for document in documents)
