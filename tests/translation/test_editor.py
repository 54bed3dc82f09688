"""The translators' editor: open before there is a page, with Hand in and without Publish."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils.html import escape
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from services.models import InformationPage, ServiceContact
from services.translation.addresses import admin_url, editor_url, request_url, review_url
from services.translation.handing_in import version_token
from services.translation.models import TranslationVersion
from services.translation.reviewing import ask_back
from tests import factories
from tests.translation.steps import (
    address_of,
    ask,
    hand_in_now,
    person,
    republish,
    translate,
)

if TYPE_CHECKING:
    from django.test import Client

    from tests.translation.conftest import Place


def props(answer: Any) -> dict[str, Any]:
    return json.loads(answer.context["props"])


def test_the_editor_opens_before_there_is_a_page(desk: Client, asked: Translation) -> None:
    answer = desk.get(editor_url(asked))

    assert answer.status_code == 200
    assert len(props(answer)["segments"]) == 8
    assert b"wagtail-localize.js" in answer.content


def test_the_editor_opens_for_a_page(desk: Client, place: Place) -> None:
    factories.translation(place.page, title="Voting")

    answer = desk.get(editor_url(ask(place.page)))

    assert props(answer)["object"]["title"] == "Voting"


def test_the_editor_opens_for_a_snippet(desk: Client, place: Place) -> None:
    assert desk.get(editor_url(ask(place.contact))).status_code == 200


def test_the_editor_opens_for_a_snippet_with_a_target(desk: Client, place: Place) -> None:
    factories.translation(place.contact, name="Front desk")

    assert desk.get(editor_url(ask(place.contact))).status_code == 200


def test_the_editor_offers_neither_publish_nor_unpublish_nor_alias(
    client: Client, superuser: Any, place: Place
) -> None:
    factories.translation(place.page)
    client.force_login(superuser)

    found = props(client.get(editor_url(ask(place.page))))

    assert not any(found["perms"].values())
    assert found["links"]["convertToAliasUrl"] is None


def test_the_editor_lists_what_is_outstanding(desk: Client, asked: Translation) -> None:
    answer = desk.get(editor_url(asked))

    messages = [str(reason.message) for reason in answer.context["state"].obstacles]
    assert len(messages) == 8
    assert escape(messages[0]) in answer.content.decode()


def test_the_editor_shows_the_newest_source_before_the_task_ran(
    desk: Client, place: Place, asked: Translation
) -> None:
    republish(place.page, summary="Wie hier mag stemmen.")

    sources = [segment["source"] for segment in props(desk.get(editor_url(asked)))["segments"]]

    assert "Wie hier mag stemmen." in sources


@pytest.mark.parametrize("group", ["Translators de", "Clerks"])
def test_others_do_not_open_it(client: Client, asked: Translation, group: str) -> None:
    client.force_login(person("somebody", group))

    answer = client.get(editor_url(asked))

    assert answer.status_code == 302
    assert address_of(answer) == reverse("wagtailadmin_home")


def test_a_text_is_saved_before_there_is_a_page(
    desk: Client, asked: Translation, translator: Any
) -> None:
    segment = asked.source.stringsegment_set.get(context__path="title")
    url = reverse("wagtail_localize:edit_string_translation", args=[asked.pk, segment.pk])

    answer = desk.put(url, "value=Voting", content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 201
    assert answer.json()["segment_id"] == segment.pk
    row = StringTranslation.objects.get()
    assert (row.data, row.last_translated_by) == ("Voting", translator)


def test_a_text_is_deleted(desk: Client, translated: Translation) -> None:
    segment = translated.source.stringsegment_set.get(context__path="title")
    url = reverse("wagtail_localize:edit_string_translation", args=[translated.pk, segment.pk])

    assert desk.delete(url).status_code == 200
    assert not StringTranslation.objects.filter(context__path="title").exists()


def test_a_text_of_another_source_is_not_found(
    desk: Client, place: Place, asked: Translation
) -> None:
    other = ask(place.contact).source.stringsegment_set.get()
    url = reverse("wagtail_localize:edit_string_translation", args=[asked.pk, other.pk])

    answer = desk.put(url, "value=x", content_type="application/x-www-form-urlencoded")

    assert answer.status_code in {302, 404}
    assert not StringTranslation.objects.exists()


def test_a_text_is_not_saved_by_others(client: Client, asked: Translation) -> None:
    client.force_login(person("somebody", "Translators de"))
    segment = asked.source.stringsegment_set.first()
    url = reverse("wagtail_localize:edit_string_translation", args=[asked.pk, segment.pk])

    client.put(url, "value=x", content_type="application/x-www-form-urlencoded")

    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize(
    ("value", "wrong"), [("https://example.org/en", False), ("javascript:alert(1)", True)]
)
def test_an_address_for_the_language_is_saved_and_checked(
    desk: Client, place: Place, value: str, wrong: bool
) -> None:
    asked = ask(factories.service(place.authority))
    segment = asked.source.overridablesegment_set.get(context__path="start_url")
    url = reverse("wagtail_localize:edit_override", args=[asked.pk, segment.pk])

    desk.put(url, f"value={value}", content_type="application/x-www-form-urlencoded")

    assert SegmentOverride.objects.get().has_error is wrong


def test_hand_in_by_the_button(desk: Client, translated: Translation) -> None:
    answer = desk.post(editor_url(translated), {"token": version_token(translated)}, follow=True)

    version = TranslationVersion.objects.in_review().get()
    assert review_url(version) in answer.content.decode()


def test_hand_in_of_an_older_source_says_so_and_writes_nothing(
    desk: Client, place: Place, translated: Translation
) -> None:
    token = version_token(translated)
    republish(place.page, summary="Wie hier mag stemmen.")

    desk.post(editor_url(translated), {"token": token}, follow=True)

    assert not TranslationVersion.objects.in_review().exists()
    assert not InformationPage.objects.filter(locale__language_code="en").exists()


def test_hand_in_with_a_gap_lists_it(desk: Client, asked: Translation) -> None:
    answer = desk.post(editor_url(asked), {"token": version_token(asked)}, follow=True)

    assert len(list(answer.context["messages"])) == 1
    assert not TranslationVersion.objects.in_review().exists()


def test_publishing_by_stocks_button_is_refused(
    client: Client, superuser: Any, place: Place
) -> None:
    target = factories.translation(place.page, title="Voting")
    translate(ask(place.page))
    client.force_login(superuser)

    client.post(editor_url(Translation.objects.get()), {"action": "publish"})
    client.post(admin_url(target), {"action": "publish"})

    assert InformationPage.objects.get(pk=target.pk).title == "Voting"


def test_the_page_form_of_a_translation_leads_to_the_editor(
    client: Client, superuser: Any, place: Place
) -> None:
    target = factories.translation(place.page)
    asked = ask(place.page)
    client.force_login(superuser)

    assert address_of(client.get(admin_url(target))) == editor_url(asked)


def test_a_translation_whose_asking_was_lost_leads_home(
    client: Client, superuser: Any, place: Place
) -> None:
    target = factories.translation(place.page)
    client.force_login(superuser)

    assert address_of(client.get(admin_url(target))) == reverse("wagtailadmin_home")


def test_what_was_asked_back_is_told(
    desk: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    ask_back(hand_in_now(translated, translator), user=reviewer, comment="Too formal, please.")

    assert b"Too formal, please." in desk.get(editor_url(translated)).content


def test_each_obstacle_leads_where_its_translator_may_go(desk: Client, place: Place) -> None:
    place.page.contacts = [ServiceContact(contact=place.contact)]
    factories.publish(place.page)
    translation = ask(place.page)

    state = desk.get(editor_url(translation)).context["state"]

    urls = {reason.url for reason in state.obstacles}
    assert request_url(place.contact) in urls
    assert {desk.get(url).status_code for url in urls} == {200}


def test_an_obstacle_that_was_asked_for_leads_to_its_editor(desk: Client, place: Place) -> None:
    place.page.contacts = [ServiceContact(contact=place.contact)]
    factories.publish(place.page)
    asked_for = ask(place.contact)

    state = desk.get(editor_url(ask(place.page))).context["state"]

    assert editor_url(asked_for) in {reason.url for reason in state.obstacles}
