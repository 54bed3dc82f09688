"""The site starts from its first front page, also where an import made it."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


def draft_of_home() -> HomePage:
    root = factories.tree_root()
    home = HomePage(title="Overheidswijzer", slug="nl", locale=factories.locale("nl"), live=False)
    return root.add_child(instance=home)


def test_site_takes_its_first_front_page() -> None:
    home = factories.publish(draft_of_home())

    site = Site.objects.get(is_default_site=True)
    assert site.root_page_id == home.pk
    assert site.hostname == "localhost"


def test_site_is_made_where_there_is_none() -> None:
    Site.objects.all().delete()

    home = factories.publish(draft_of_home())

    assert Site.objects.get().root_page_id == home.pk


def test_site_leaves_a_draft_alone_until_it_is_published() -> None:
    site = Site.objects.get(is_default_site=True)
    home = draft_of_home()
    site.refresh_from_db()
    before = site.root_page_id

    home.save_revision().publish()

    assert before != home.pk
    assert Site.objects.get(is_default_site=True).root_page_id == home.pk


def test_site_keeps_the_front_page_that_it_has() -> None:
    tree = factories.site_tree()

    factories.publish(draft_of_home())

    assert Site.objects.get(is_default_site=True).root_page_id == tree.home.pk
