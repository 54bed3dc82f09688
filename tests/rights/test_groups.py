"""Authorities have teams, languages have translators, and all of it can be made again."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Locale

from services.rights.operations import LONGEST_NAME, ensure_groups
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def laid_tree(module_transaction: None) -> factories.SiteTree:
    return factories.site_tree(("nl", "en"))


def actions_on(page: Any, group: Group) -> list[str]:
    rows = GroupPagePermission.objects.filter(page_id=page.pk, group=group)
    return sorted(rows.values_list("permission__codename", flat=True))


def test_a_new_authority_gets_a_team_with_rights_on_its_page(tree: factories.SiteTree) -> None:
    page = factories.authority_page(tree.home, "Gemeente Lindewoude")

    assert page.team.name == "Team Gemeente Lindewoude"
    assert actions_on(page, page.team) == ["add_page", "change_page", "publish_page"]
    assert page.team.permissions.filter(codename="access_admin").exists()


def test_the_translated_page_of_an_authority_has_the_same_team(tree: factories.SiteTree) -> None:
    page = factories.authority_page(tree.home)

    translated = factories.translation(page)

    assert translated.team == page.team
    assert "add_page" in actions_on(translated, page.team)


def test_two_authorities_of_one_name_have_two_teams(tree: factories.SiteTree) -> None:
    first = factories.authority_page(tree.home, "Gemeente", slug="een")
    second = factories.authority_page(tree.home, "Gemeente", slug="twee")

    assert (first.team.name, second.team.name) == ("Team Gemeente", "Team Gemeente (2)")


def test_the_name_of_a_team_is_never_too_long(tree: factories.SiteTree) -> None:
    first = factories.authority_page(tree.home, "Gemeente " * 25, slug="een")
    second = factories.authority_page(tree.home, "Gemeente " * 25, slug="twee")

    assert max(len(first.team.name), len(second.team.name)) <= LONGEST_NAME
    assert first.team.name != second.team.name


def test_a_copied_authority_gets_a_team_of_its_own(tree: factories.SiteTree) -> None:
    page = factories.authority_page(tree.home)

    copy = page.copy(update_attrs={"slug": "kopie"}, keep_live=False)

    assert copy.team_id not in {None, page.team_id}


def test_a_draft_keeps_the_team(tree: factories.SiteTree) -> None:
    page = factories.authority_page(tree.home)

    assert page.save_revision().as_object().team == page.team


def test_a_new_language_gets_its_translators(tree: factories.SiteTree) -> None:
    Locale.objects.create(language_code="de")

    translators = Group.objects.get(name="Translators de")
    assert translators.permissions.filter(codename="change_contactpoint").exists()


def test_groups_that_are_missing_are_made_again(tree: factories.SiteTree) -> None:
    page = factories.authority_page(tree.home)
    Group.objects.all().delete()

    ensure_groups()

    page.refresh_from_db()
    assert actions_on(page, page.team) == ["add_page", "change_page", "publish_page"]
    assert Group.objects.filter(name__in=["Administrators", "Translators en"]).count() == 2


def test_making_groups_twice_changes_nothing(tree: factories.SiteTree) -> None:
    factories.authority_page(tree.home)
    ensure_groups()
    before = (Group.objects.count(), GroupPagePermission.objects.count())

    ensure_groups()

    assert (Group.objects.count(), GroupPagePermission.objects.count()) == before
