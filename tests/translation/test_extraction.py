"""What translators see follows the live source at once, in the background."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from wagtail_localize.models import TranslationSource

from services.changes import digest, words_of
from services.models import InformationPage
from services.translation.extraction import extract, extracted_digest, is_behind
from tests import factories
from tests.translation.steps import ask, content_of, hand_in_now, republish, texts, translate

if TYPE_CHECKING:
    from tests.translation.conftest import Place


def test_a_publication_extracts_the_changed_source(
    place: Place, asked: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        republish(place.page, summary="Wie hier mag stemmen.")

    assert "Wie hier mag stemmen." in texts(asked)


def test_a_snippets_publication_extracts_it(
    place: Place, django_capture_on_commit_callbacks: Any
) -> None:
    translation = ask(place.contact)

    with django_capture_on_commit_callbacks(execute=True):
        republish(place.contact, name="Balie")

    assert texts(translation) == ["Balie"]


def test_a_draft_extracts_nothing(
    place: Place, asked: Any, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        place.page.summary = "Nog niet."
        place.page.save_revision()

    assert "Nog niet." not in texts(asked)


def test_nothing_is_extracted_that_nobody_asked_for(
    place: Place, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        republish(place.page, summary="Wie hier mag stemmen.")

    assert not TranslationSource.objects.exists()


def test_an_unchanged_source_is_not_extracted_again(place: Place, asked: Any) -> None:
    assert not extract(republish(place.page, for_businesses=True))


def test_a_changed_address_is_extracted(place: Place) -> None:
    page = factories.service(place.authority)
    translation = ask(page)
    extract(republish(page, start_url="https://lindewoude.example/nieuw"))

    segment = translation.source.overridablesegment_set.get(context__path="start_url")
    assert segment.data == "https://lindewoude.example/nieuw"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('href="https://example.nl/oud"', 'href="https://example.nl/nieuw"'),
        ('id="1" linktype="page"', 'id="2" linktype="page"'),
    ],
    ids=["web", "page"],
)
def test_a_changed_link_reaches_the_translation(
    place: Place, translator: Any, old: str, new: str
) -> None:
    page = republish(place.page, body=f"<p>Kijk <a {old}>hier</a>.</p>")
    asked = translate(ask(page))

    extract(republish(page, body=f"<p>Kijk <a {new}>hier</a>.</p>"))

    assert f"<a {new}>hier</a>" in content_of(hand_in_now(asked, translator)).body


@pytest.mark.parametrize(
    "body",
    [
        "<p>Een.</p><p>Twee.</p><p>Een.</p>",
        "<h2>Kop</h2><ul><li>a</li><li>b <b>c</b></li></ul>",
        '<p>Zie <a href="https://example.nl">hier</a> &amp; daar.</p>',
        '<p>Zie <a linktype="page" id="2">hier</a> en <a href="/nl/">daar</a>.</p>',
        "<p> </p><hr/><p>Onder de lijn.</p>",
    ],
)
def test_the_digest_of_the_stored_segments_is_that_of_the_words(place: Place, body: str) -> None:
    page = republish(place.page, body=body)

    translation = ask(page)

    assert extracted_digest(translation.source) == digest(words_of(page)) == page.words_digest


def test_rows_are_in_the_digest_as_well(place: Place) -> None:
    page = factories.service(place.authority)

    assert extracted_digest(ask(page).source) == page.words_digest


def test_an_extraction_that_waits_is_noticed(place: Place, asked: Any) -> None:
    republish(place.page, body="<p>U hoeft zich niet te registreren.</p>")

    assert is_behind(asked.source)


def test_the_command_catches_up(place: Place, asked: Any) -> None:
    republish(place.page, summary="Wie hier mag stemmen.")
    said = StringIO()

    call_command("extract_segments", stdout=said)

    assert said.getvalue().strip() == "sources=1 extracted=1"
    assert not is_behind(asked.source)


def test_a_row_that_was_changed_without_a_publication_does_not_stop_translators(
    place: Place, translated: Any, translator: Any
) -> None:
    """A migration, say, changes words and keeps no digest of them."""
    InformationPage.objects.filter(pk=place.page.pk).update(summary="Anders.")
    extract(InformationPage.objects.get(pk=place.page.pk))

    version = hand_in_now(translate(translated, by=translator), translator)

    assert content_of(version).summary == "EN Anders."
    assert not is_behind(translated.source)
