"""Nobody approves what they had a hand in, however small the edits of others are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from services.translation.models import Writer
from services.translation.models.review import may_review
from services.translation.reviewing import approve, ask_back
from tests import factories
from tests.translation.steps import ask, hand_in_now, set_text, translate

if TYPE_CHECKING:
    from django.test import Client

    from tests.translation.conftest import Place

FORM = "application/x-www-form-urlencoded"


def url_of_title(asked: Translation) -> str:
    segment = asked.source.stringsegment_set.get(context__path="title")
    return reverse("wagtail_localize:edit_string_translation", args=[asked.pk, segment.pk])


def url_of_start(asked: Translation) -> str:
    segment = asked.source.overridablesegment_set.get(context__path="start_url")
    return reverse("wagtail_localize:edit_override", args=[asked.pk, segment.pk])


@pytest.fixture
def asked_service(place: Place) -> Translation:
    """A service that has an address, translated by nobody known."""
    return translate(ask(factories.service(place.authority)))


def test_saving_the_same_text_does_not_free_its_author(
    client: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    client.force_login(reviewer)

    client.put(url_of_title(translated), "value=EN Stemmen als EU-burger", content_type=FORM)

    row = StringTranslation.objects.get(context__path="title")
    assert row.last_translated_by == translator
    assert not may_review(hand_in_now(translated, reviewer), translator)


def test_saving_the_same_text_makes_nobody_its_author(
    client: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    client.force_login(reviewer)

    client.put(url_of_title(translated), "value=EN Stemmen als EU-burger", content_type=FORM)

    assert may_review(hand_in_now(translated, translator), reviewer)


def test_a_small_edit_does_not_free_the_author(
    client: Client, asked: Translation, translator: Any, reviewer: Any
) -> None:
    translate(asked)
    set_text(asked, "title", "Voting", by=translator)
    client.force_login(reviewer)

    client.put(url_of_title(asked), "value=Voting.", content_type=FORM)

    assert not may_review(hand_in_now(asked, reviewer), translator)


def test_a_file_does_not_free_the_author(
    client: Client, translated: Translation, translator: Any, reviewer: Any
) -> None:
    client.force_login(reviewer)
    po = str(translated.export_po()).replace('msgstr "EN ', 'msgstr "en ')
    url = reverse("wagtail_localize:upload_pofile", args=[translated.pk])

    client.post(url, {"file": SimpleUploadedFile("a.po", po.encode())})

    assert StringTranslation.objects.filter(last_translated_by=reviewer).exists()
    assert not may_review(hand_in_now(translated, reviewer), translator)


def test_what_was_asked_back_keeps_its_authors(
    translated: Translation, translator: Any, reviewer: Any, superuser: Any
) -> None:
    ask_back(hand_in_now(translated, translator), user=superuser, comment="Why?")
    translate(translated, by=reviewer)
    StringTranslation.objects.update(last_translated_by=reviewer)

    assert not may_review(hand_in_now(translated, reviewer), translator)


def test_an_approval_frees_those_who_wrote_before(
    translated: Translation, translator: Any, reviewer: Any
) -> None:
    approve(hand_in_now(translated, translator), user=reviewer)

    assert not Writer.objects.exists()


def test_an_approval_does_not_free_those_who_wrote_after_the_hand_in(
    translated: Translation, translator: Any, reviewer: Any
) -> None:
    version = hand_in_now(translated, translator)
    set_text(translated, "title", "Voting", by=translator)

    approve(version, user=reviewer)

    assert Writer.objects.get().user == translator


@pytest.mark.parametrize("method", ["put", "delete"])
def test_who_sets_or_takes_away_an_address_is_an_author(
    client: Client, asked_service: Translation, translator: Any, reviewer: Any, method: str
) -> None:
    client.force_login(translator)
    url = url_of_start(asked_service)
    client.put(url, "value=https://example.org/en", content_type=FORM)
    Writer.objects.all().delete()

    getattr(client, method)(url, "value=https://example.org/eng", content_type=FORM)

    assert not may_review(hand_in_now(asked_service, reviewer), translator)


def test_an_address_counts_though_nobody_noted_its_writer(
    client: Client, asked_service: Translation, translator: Any, reviewer: Any
) -> None:
    client.force_login(translator)
    client.put(url_of_start(asked_service), "value=https://example.org", content_type=FORM)
    Writer.objects.all().delete()

    assert not may_review(hand_in_now(asked_service, reviewer), translator)


def test_saving_the_same_address_makes_nobody_its_author(
    client: Client, asked_service: Translation, translator: Any, reviewer: Any
) -> None:
    client.force_login(translator)
    client.put(url_of_start(asked_service), "value=https://example.org", content_type=FORM)
    client.force_login(reviewer)

    client.put(url_of_start(asked_service), "value=https://example.org", content_type=FORM)

    assert SegmentOverride.objects.get().last_translated_by == translator
    assert may_review(hand_in_now(asked_service, translator), reviewer)


BODIES = ["[]", '["value"]', "5", '"value"', "{}", '{"value": null}', '{"value": 5}']
BODIES += ['{"value": [1]}', '{"value": {"a": 1}}', '{"value": "\\ud800"}', "{"]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("url_of", [url_of_title, url_of_start], ids=["text", "address"])
def test_what_is_no_text_is_refused(desk: Client, place: Place, url_of: Any, body: str) -> None:
    asked = ask(factories.service(place.authority))

    answer = desk.put(url_of(asked), body, content_type="application/json")

    assert answer.status_code == 400
    assert not StringTranslation.objects.exists()
    assert not SegmentOverride.objects.exists()
