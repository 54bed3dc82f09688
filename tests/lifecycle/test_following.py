"""Do translations follow their source, whatever way it goes?"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail.signals import page_unpublished

from services.lifecycle.refusals import DeletionRefused, MoveRefused
from services.models import AuthorityPage, ContactPoint, ProcedurePage
from tests import factories
from tests.lifecycle.conftest import fresh

if TYPE_CHECKING:
    from tests.lifecycle.conftest import Place


def test_unpublished_source_takes_its_translation_offline(place: Place) -> None:
    place.service.unpublish()

    assert not fresh(place.service_en).live


def test_unpublished_translation_is_announced_and_logged_once(place: Place) -> None:
    heard: list[int] = []

    def hear(instance: Page, **kwargs: Any) -> None:
        heard.append(instance.pk)

    page_unpublished.connect(hear, weak=False)
    place.service.unpublish()
    page_unpublished.disconnect(hear)

    assert sorted(heard) == sorted([place.service.pk, place.service_en.pk])
    logged = PageLogEntry.objects.filter(page=place.service_en.pk, action="wagtail.unpublish")
    assert logged.count() == 1


def test_unpublished_translation_leaves_its_source_live(place: Place) -> None:
    place.service_en.unpublish()

    assert fresh(place.service).live


def test_expired_source_expires_its_translation(place: Place) -> None:
    ProcedurePage.objects.filter(pk=place.service.pk).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )

    call_command("publish_scheduled")

    assert fresh(place.service).expired
    assert fresh(place.service_en).expired
    assert not fresh(place.service_en).live


def test_expired_snippet_expires_its_translation(db: None) -> None:
    contact = factories.contact_point()
    translated = factories.translation(contact, "en", name="Public desk")
    past = timezone.now() - timedelta(minutes=1)
    ContactPoint.objects.filter(pk=contact.pk).update(expire_at=past)

    call_command("publish_scheduled")

    assert fresh(translated).expired
    assert not fresh(translated).live


def test_dry_run_changes_nothing(place: Place) -> None:
    past = timezone.now() - timedelta(minutes=1)
    ProcedurePage.objects.filter(pk=place.service.pk).update(expire_at=past)

    call_command("publish_scheduled", "--dryrun")

    assert fresh(place.service).live


def test_deleted_source_takes_its_translation_along(place: Place) -> None:
    place.service.delete()

    assert not Page.objects.filter(pk=place.service_en.pk).exists()
    assert fresh(place.town_en).numchild == 0
    assert Page.find_problems() == ([], [], [], [], [])


def test_deleted_translation_leaves_its_source(place: Place) -> None:
    place.service_en.delete()

    assert fresh(place.service).live


def test_deleted_authority_takes_both_trees_along(place: Place) -> None:
    place.town.delete()

    assert not Page.objects.filter(
        pk__in=[place.service.pk, place.service_en.pk, place.town_en.pk]
    ).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_source_stays_while_a_page_of_its_own_stands_below_its_translation(place: Place) -> None:
    own = factories.information_draft(locale=factories.locale("en"))
    place.town_en.add_child(instance=own)

    with pytest.raises(DeletionRefused):
        place.town.delete()

    assert fresh(place.town).live


def test_snippets_follow_their_source(db: None) -> None:
    contact = factories.contact_point()
    translated = factories.translation(contact, "en", name="Public desk")

    contact.unpublish()
    assert not fresh(translated).live

    contact.delete()
    assert not ContactPoint.objects.exists()


def test_snippet_stays_while_its_translation_is_used(place: Place) -> None:
    contact = factories.contact_point()
    translated = factories.translation(contact, "en", name="Public desk")
    page = factories.information_draft(locale=factories.locale("en"), contacts=[translated])
    place.town_en.add_child(instance=page)

    with pytest.raises(DeletionRefused) as refused, transaction.atomic():
        contact.delete()

    assert refused.value.reasons[0].url == f"/admin/pages/{page.pk}/edit/"


def test_moved_source_takes_its_translation_below_the_twin(place: Place) -> None:
    place.service.move(place.province, pos="last-child")

    assert fresh(place.service_en).get_parent().pk == place.province_en.pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_source_stays_where_its_translation_could_not_follow(place: Place) -> None:
    place.province_en.delete()

    with pytest.raises(MoveRefused) as refused:
        place.service.move(fresh(place.province), pos="last-child")

    assert "English" in str(refused.value)
    assert refused.value.reasons[0].url == f"/admin/pages/{place.province.pk}/edit/"
    assert fresh(place.service).get_parent().pk == place.town.pk


def test_source_stays_where_another_page_has_the_translations_address(place: Place) -> None:
    other = factories.service(place.province, slug="anders")
    factories.translation(other, "en", slug=place.service_en.slug)

    with pytest.raises(MoveRefused):
        place.service.move(fresh(place.province), pos="last-child")

    assert fresh(place.service_en).get_parent().pk == place.town_en.pk


def test_translation_does_not_move_alone(place: Place) -> None:
    with pytest.raises(MoveRefused) as refused:
        place.service_en.move(place.province_en, pos="last-child")

    assert refused.value.reasons[0].url == f"/admin/pages/{place.service.pk}/edit/"


def test_source_does_not_move_into_another_language(place: Place) -> None:
    with pytest.raises(MoveRefused):
        place.service.move(place.province_en, pos="last-child")


def test_order_among_siblings_is_no_move(place: Place) -> None:
    factories.service(place.town, slug="tweede")

    fresh(place.service).move(fresh(place.town), pos="last-child")

    assert fresh(place.service).get_parent().pk == place.town.pk


def test_live_service_does_not_move_where_nobody_answers_for_it(place: Place) -> None:
    nobody = factories.authority_page(place.tree.home, "Niemand", authority=None)
    factories.translation(nobody, "en", title="Nobody", slug="nobody")

    with pytest.raises(MoveRefused) as refused:
        place.service.move(nobody, pos="last-child")

    assert refused.value.reasons[0].url == f"/admin/pages/{nobody.pk}/edit/"


def test_live_service_does_not_move_below_a_draft(place: Place) -> None:
    place.province.unpublish()

    with pytest.raises(MoveRefused) as refused:
        place.service.move(fresh(place.province), pos="last-child")

    assert refused.value.reasons[0].url == f"/admin/pages/{place.province.pk}/edit/"


def test_service_written_below_a_translation_moves_by_the_sources_authority(place: Place) -> None:
    own = factories.information_draft(locale=factories.locale("en"))
    service = factories.service(place.town_en, own)
    AuthorityPage.objects.filter(pk=place.province_en.pk).update(authority=None)

    fresh(service).move(fresh(place.province_en), pos="last-child")

    assert fresh(service).get_parent().pk == place.province_en.pk
