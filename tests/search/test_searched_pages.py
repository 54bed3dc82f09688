"""Which pages are found, and under which address? Those that everybody may read."""

from __future__ import annotations

from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction, Site

from search.page_documents import all_documents, documents_for
from tests import factories
from tests.search.pages import the_document, translate

pytestmark = pytest.mark.django_db


def titles(language: str) -> set[str]:
    return {document.title for document in all_documents(language)}


def test_front_and_standard_pages_have_none(authority: Any) -> None:
    assert titles("nl") == {authority.title}


def test_a_translation_still_in_its_sources_words_has_no_document(authority: Any) -> None:
    page = factories.service(authority)
    translate(page, "en")

    assert documents_for([page.translation_key], "en") == []


def test_a_name_that_is_the_same_in_both_languages_is_a_translation(
    tree: factories.SiteTree,
) -> None:
    page = factories.topic_page(tree.home, "Pension")
    translate(page, "de")

    assert titles("de") == {"Pension"}


def test_a_draft_has_no_document(authority: Any) -> None:
    authority.add_child(instance=factories.procedure_draft())

    assert titles("nl") == {"Gemeente Lindewoude"}


def test_an_unpublished_page_has_no_document(authority: Any) -> None:
    page = factories.service(authority)

    page.unpublish()

    assert documents_for([page.translation_key], "nl") == []


def test_an_alias_has_no_document(authority: Any) -> None:
    page = factories.service(authority)
    alias = factories.service(authority, factories.procedure_draft(slug="tweede"))
    Page.objects.filter(pk=alias.pk).update(alias_of=page)

    assert documents_for([alias.translation_key], "nl") == []
    assert len(documents_for([page.translation_key], "nl")) == 1


@pytest.mark.parametrize("restricted", ["page", "authority"])
def test_what_is_not_public_has_no_document(authority: Any, restricted: str) -> None:
    page = factories.service(authority)
    PageViewRestriction.objects.create(
        page={"page": page, "authority": authority}[restricted].page_ptr,
        restriction_type=PageViewRestriction.LOGIN,
    )

    assert documents_for([page.translation_key], "nl") == []


def test_a_page_outside_of_the_site_has_no_document(tree: factories.SiteTree) -> None:
    page = factories.topic_page(tree.home)
    page.move(Page.objects.get(depth=1), pos="last-child")

    assert documents_for([page.translation_key], "nl") == []


@pytest.mark.parametrize("slug", ["verhuizen-2", "straße-über-ελ", "d_1"])
def test_the_address_is_that_which_wagtail_gives(authority: Any, slug: str) -> None:
    page = factories.service(authority, factories.procedure_draft(slug=slug))

    assert the_document(page).url == page.get_url()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_more_sites_the_address_names_the_site(
    tree: factories.SiteTree, authority: Any, language: str
) -> None:
    page = factories.service(authority)
    translate(page, "en", title="Report a move")
    Site.objects.create(hostname="elders.example", root_page=authority)

    addresses = {document.url for document in all_documents(language)}

    found = Page.objects.filter(locale__language_code=language, depth__gt=2)
    assert addresses == {each.specific.get_url() for each in found}
    assert all(address.startswith("http") for address in addresses)
