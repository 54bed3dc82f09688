"""The page on which somebody else approves a translation or asks it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.models import Page, TaskState
from wagtail_localize.models import Translation

from services.translation.addresses import editor_url, review_url
from services.translation.models import Status, TranslationVersion
from tests.translation.steps import approved, hand_in_now, person, republish

if TYPE_CHECKING:
    from django.test import Client

    from tests.translation.conftest import Place


def test_the_reviewer_approves_on_the_page(
    client: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    version = hand_in_now(translated, translator)
    client.force_login(reviewer)
    assert b"EN Wanneer u hier mag stemmen." in client.get(review_url(version)).content

    client.post(review_url(version), {"decision": "approve"})

    assert translated.get_target_instance().live


def test_the_author_sees_no_buttons_and_may_not_post(
    desk: Client, translated: Translation, translator: Any
) -> None:
    version = hand_in_now(translated, translator)
    assert b'value="approve"' not in desk.get(review_url(version)).content

    desk.post(review_url(version), {"decision": "approve"})

    assert not translated.get_target_instance().live


@pytest.mark.parametrize(("comment", "status"), [("", "in_review"), ("Why?", "asked_back")])
def test_asking_back_needs_a_comment(
    client: Client,
    translated: Translation,
    translator: Any,
    reviewer: Any,
    comment: str,
    status: str,
) -> None:
    version = hand_in_now(translated, translator)
    client.force_login(reviewer)

    client.post(review_url(version), {"decision": "ask_back", "comment": comment})

    version.refresh_from_db()
    assert version.status == status


@pytest.mark.parametrize("decision", ["", "reject", "Approve"])
def test_another_decision_is_refused(
    client: Client, translated: Translation, translator: Any, reviewer: Any, decision: str
) -> None:
    version = hand_in_now(translated, translator)
    client.force_login(reviewer)

    answer = client.post(review_url(version), {"decision": decision, "comment": "Why?"})

    version.refresh_from_db()
    assert (answer.status_code, version.status) == (400, "in_review")


def test_the_review_page_explains_a_later_revision(
    client: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    version = hand_in_now(translated, translator)
    translated.get_target_instance().save_revision()
    client.force_login(reviewer)

    assert client.get(review_url(version)).context["has_later"]
    client.post(review_url(version), {"decision": "approve"})

    assert not translated.get_target_instance().live


def test_the_review_page_tells_that_the_source_moved_on(
    client: Client, place: Place, translated: Translation, translator: Any, reviewer: Any
) -> None:
    version = hand_in_now(translated, translator)
    client.force_login(reviewer)
    assert not client.get(review_url(version)).context["source_moved_on"]

    republish(place.page, summary="Anders.")

    answer = client.get(review_url(version))

    assert answer.context["source_moved_on"]
    assert "nadat deze versie was ingeleverd" in answer.content.decode()


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_wagtails_own_decision_about_an_older_version_is_refused_in_words(
    client: Client, translated: Translation, translator: Any, reviewer: Any, action: str
) -> None:
    older = hand_in_now(translated, translator)
    state = TaskState.objects.get(revision=older.revision)
    hand_in_now(translated, translator)
    page = translated.get_target_instance()
    client.force_login(reviewer)

    names = [page.pk, action, state.pk]
    answer = client.post(reverse("wagtailadmin_pages:workflow_action", args=names), follow=True)

    assert answer.status_code == 200
    assert TranslationVersion.objects.of(page).in_review().exists()
    assert not translated.get_target_instance().live


def test_what_was_taken_offline_is_published_again(
    desk: Client, place: Place, translator: Any, reviewer: Any
) -> None:
    target = approved(place.page, translator, reviewer)
    Page.objects.get(pk=target.pk).specific.unpublish()
    translation = Translation.objects.get()

    desk.post(reverse("translation:publish_again", args=[translation.uuid]))

    assert TranslationVersion.objects.of(target).get().status == Status.APPROVED
    assert Page.objects.get(pk=target.pk).live


def test_the_report_lists_the_translations_of_ones_languages(
    client: Client, desk: Client, asked: Translation
) -> None:
    url = reverse("wagtail_localize:translations_report")
    assert editor_url(asked) in desk.get(url).content.decode()
    client.force_login(person("german", "Translators de"))

    assert editor_url(asked) not in client.get(url).content.decode()
