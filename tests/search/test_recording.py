"""Every change of what readers see is in the outbox, in the transaction of the change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from wagtail.models import Page, PageViewRestriction

from search.models import OutboxEntry
from search.operations import wake_worker
from services.models import LifeEventTopic
from tests import factories
from tests.search.pages import translate

if TYPE_CHECKING:
    from uuid import UUID

pytestmark = pytest.mark.django_db


def forget() -> None:
    OutboxEntry.objects.all().delete()


def recorded() -> set[tuple[UUID, str]]:
    return set(OutboxEntry.objects.values_list("translation_key", "language"))


def test_a_publication_is_recorded(move_page: Any) -> None:
    forget()

    factories.publish(move_page)

    assert recorded() == {(move_page.translation_key, "nl")}


def test_a_publication_that_is_rolled_back_is_not_recorded(move_page: Any) -> None:
    forget()

    with transaction.atomic():
        factories.publish(move_page)
        transaction.set_rollback(True)

    assert recorded() == set()


def test_a_source_is_recorded_in_all_its_languages(move_page: Any) -> None:
    translate(move_page, "en", title="Report a move")
    forget()

    factories.publish(move_page)

    assert recorded() == {(move_page.translation_key, "nl"), (move_page.translation_key, "en")}


def test_a_translation_is_recorded_where_the_page_is_found_by_its_names(move_page: Any) -> None:
    english = translate(move_page, "en", title="Report a move")
    forget()

    english.save()

    assert recorded() == {(move_page.translation_key, code) for code in ("nl", "en")}


def test_a_draft_that_is_saved_is_not_recorded(move_page: Any) -> None:
    forget()

    move_page.title = "Nog niet"
    move_page.save_revision()

    assert recorded() == set()


def test_an_unpublication_is_recorded(move_page: Any) -> None:
    forget()

    move_page.unpublish()

    assert recorded() == {(move_page.translation_key, "nl")}


def test_a_deletion_is_recorded(move_page: Any) -> None:
    forget()

    move_page.delete()

    assert recorded() == {(move_page.translation_key, "nl")}


def test_the_pages_below_a_deleted_one_are_recorded(authority: Any, move_page: Any) -> None:
    forget()

    Page.objects.get(pk=authority.pk).delete()

    assert recorded() == {(authority.translation_key, "nl"), (move_page.translation_key, "nl")}


def test_a_move_is_recorded(tree: factories.SiteTree, move_page: Any) -> None:
    other = factories.authority_page(tree.home, "Provincie", slug="provincie")
    forget()

    move_page.move(other, pos="last-child")

    assert (move_page.translation_key, "nl") in recorded()


def test_a_new_address_above_is_recorded_for_the_pages_below(
    authority: Any, move_page: Any
) -> None:
    forget()

    authority.slug = "gemeente"
    factories.publish(authority)

    assert recorded() == {(authority.translation_key, "nl"), (move_page.translation_key, "nl")}


def test_an_authoritys_new_name_is_recorded_for_its_services(
    authority: Any, move_page: Any
) -> None:
    forget()

    authority.title = "Gemeente Lindewoude-Zuid"
    factories.publish(authority)

    assert (move_page.translation_key, "nl") in recorded()


def test_an_authority_that_keeps_its_name_concerns_itself_alone(
    authority: Any, move_page: Any
) -> None:
    authority.refresh_from_db()
    forget()

    authority.summary = "Uw gemeente aan de Linde."
    factories.publish(authority)

    assert recorded() == {(authority.translation_key, "nl")}


def test_a_topics_new_name_is_recorded_for_its_services(
    tree: factories.SiteTree, authority: Any
) -> None:
    topic = factories.topic_page(tree.home)
    move_page = factories.service(authority, factories.procedure_draft(slug="b", topics=[topic]))
    forget()

    topic.title = "Wonen"
    factories.publish(topic)

    assert recorded() == {(topic.translation_key, "nl"), (move_page.translation_key, "nl")}


def test_a_topics_new_name_is_recorded_for_its_life_events(tree: factories.SiteTree) -> None:
    topic = factories.topic_page(tree.home)
    page = factories.life_event_page(tree.home, topics=[LifeEventTopic(topic=topic)])
    forget()

    topic.title = "Wonen"
    factories.publish(topic)

    assert recorded() == {(topic.translation_key, "nl"), (page.translation_key, "nl")}


def test_a_restriction_is_recorded_for_all_below(authority: Any, move_page: Any) -> None:
    both = {(authority.translation_key, "nl"), (move_page.translation_key, "nl")}
    forget()

    restriction = PageViewRestriction.objects.create(
        page=authority.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )
    assert recorded() == both

    forget()
    restriction.delete()
    assert recorded() == both


def test_the_restriction_of_a_topic_is_recorded_for_its_services(
    tree: factories.SiteTree, authority: Any
) -> None:
    topic = factories.topic_page(tree.home)
    page = factories.service(authority, factories.procedure_draft(slug="b", topics=[topic]))
    forget()

    PageViewRestriction.objects.create(
        page=topic.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )

    assert recorded() == {(topic.translation_key, "nl"), (page.translation_key, "nl")}


def test_the_front_page_is_not_recorded(tree: factories.SiteTree, move_page: Any) -> None:
    forget()

    factories.publish(tree.home)

    assert recorded() == set()


def test_the_worker_is_woken_once_a_transaction(move_page: Any) -> None:
    with transaction.atomic():
        connection.run_on_commit = []
        factories.publish(move_page)
        factories.publish(move_page)

        woken = [entry for entry in connection.run_on_commit if entry[1] is wake_worker]

    assert len(woken) == 1
