"""Handing in makes a revision of exactly what was translated, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from services.models import InformationPage
from services.translation.extraction import extract
from services.translation.handing_in import HandInRefused, SourceChanged, hand_in, version_token
from services.translation.models import Status, TranslationVersion
from tests import factories
from tests.translation.steps import ask, content_of, hand_in_now, republish, set_text, translate

if TYPE_CHECKING:
    from tests.translation.conftest import Place


def english(page: Any) -> Any:
    return type(page).objects.filter(
        translation_key=page.translation_key, locale__language_code="en"
    )


def test_the_first_hand_in_makes_a_draft_with_the_translated_words(
    place: Place, translated: Any, translator: Any
) -> None:
    version = hand_in_now(translated, translator)

    target = english(place.page).get()
    assert (target.live, target.alias_of) == (False, None)
    assert content_of(version).summary == "EN Wanneer u hier mag stemmen."
    assert target.latest_revision_id == version.revision_id


def test_the_address_is_made_from_the_translated_title(
    place: Place, translated: Any, translator: Any, django_capture_on_commit_callbacks: Any
) -> None:
    set_text(translated, "title", "Voting &amp; more")

    with django_capture_on_commit_callbacks(execute=True):
        hand_in_now(translated, translator)

    assert english(place.page).get().slug == "voting-more"
    assert not Redirect.objects.exists()  # Nobody has seen another address.


def test_an_address_that_is_taken_gets_a_number(
    place: Place, translated: Any, translator: Any
) -> None:
    place.authority_en.add_child(instance=InformationPage(title="Voting", slug="voting"))
    set_text(translated, "title", "Voting")

    hand_in_now(translated, translator)

    assert english(place.page).get().slug == "voting-1"


def test_the_address_stays_when_the_title_changes(
    place: Place, translated: Any, translator: Any
) -> None:
    hand_in_now(translated, translator)
    slug = english(place.page).get().slug
    set_text(translated, "title", "Something else")

    version = hand_in_now(translated, translator)

    assert content_of(version).slug == slug


def test_handing_in_starts_a_review(place: Place, translated: Any, translator: Any) -> None:
    version = hand_in_now(translated, translator)

    state = english(place.page).get().current_workflow_state
    assert state.current_task_state.revision_id == version.revision_id
    assert state.requested_by == translator
    assert version.status == Status.IN_REVIEW


def test_a_missing_text_refuses_and_nothing_is_made(
    place: Place, translated: Any, translator: Any
) -> None:
    StringTranslation.objects.filter(context__path="summary").delete()

    with pytest.raises(HandInRefused, match="Not translated yet: “Wanneer u hier mag stemmen"):
        hand_in_now(translated, translator)

    assert not english(place.page).exists()
    assert not TranslationVersion.objects.filter(
        translation_key=place.page.translation_key
    ).exists()
    assert not WorkflowState.objects.exists()


def test_a_text_in_error_refuses(translated: Any, translator: Any) -> None:
    set_text(translated, "summary", "<div>no</div>")

    with pytest.raises(HandInRefused, match="has an error"):
        hand_in_now(translated, translator)


@pytest.mark.parametrize(("path", "size"), [("summary", 161), ("title", 256)])
def test_a_text_that_is_too_long_refuses(
    place: Place, translated: Any, translator: Any, path: str, size: int
) -> None:
    set_text(translated, path, "x" * size)

    with pytest.raises(HandInRefused, match=path):
        hand_in_now(translated, translator)

    assert not english(place.page).exists()


def test_a_text_of_a_row_that_is_too_long_refuses(place: Place, translator: Any) -> None:
    page = factories.service(place.authority)
    translation = translate(ask(page), by=translator)
    step = page.steps.first()
    set_text(translation, f"steps.{step.translation_key}.title", "x" * 151)

    with pytest.raises(HandInRefused, match="steps"):
        hand_in_now(translation, translator)


def test_a_contact_without_a_translation_refuses_and_is_named(
    place: Place, translator: Any
) -> None:
    page = factories.service(place.authority, contacts=[place.contact])
    translation = translate(ask(page), by=translator)

    with pytest.raises(HandInRefused, match="Publieksbalie"):
        hand_in_now(translation, translator)


def test_a_translated_contact_is_no_obstacle(place: Place, translator: Any) -> None:
    factories.translation(place.contact, name="Front desk")
    page = factories.service(place.authority, contacts=[place.contact])
    translation = translate(ask(page), by=translator)

    assert hand_in_now(translation, translator)


def test_an_authority_without_a_translation_refuses(place: Place, translator: Any) -> None:
    page = factories.authority_page(place.tree.home, "Provincie Zuidland")
    translation = translate(ask(page), by=translator)

    with pytest.raises(HandInRefused, match="Provincie Zuidland"):
        hand_in_now(translation, translator)


def test_a_parent_without_a_translation_refuses_and_is_named(
    place: Place, translated: Any, translator: Any
) -> None:
    Page.objects.get(pk=place.authority_en.pk).delete()
    pages = Page.objects.count()

    with pytest.raises(HandInRefused, match="Translate “Gemeente Lindewoude” into English first"):
        hand_in_now(translated, translator)

    assert Page.objects.count() == pages


def test_a_source_that_changed_in_the_meantime_refuses(
    place: Place, translated: Any, translator: Any
) -> None:
    token = version_token(translated)
    republish(place.page, summary="Iets anders.")

    with pytest.raises(SourceChanged):
        hand_in(translated, user=translator, token=token)

    assert not english(place.page).exists()


def test_a_form_that_showed_an_older_source_refuses(
    place: Place, translated: Any, translator: Any
) -> None:
    token = version_token(translated)
    extract(republish(place.page, summary="Iets anders."))
    translate(translated, by=translator)

    with pytest.raises(SourceChanged):
        hand_in(Translation.objects.get(pk=translated.pk), user=translator, token=token)


def test_empty_words_of_the_source_are_no_obstacle(place: Place, translator: Any) -> None:
    republish(place.page, keywords="", contacts_not_applicable="Geen vragen.")
    translation = translate(ask(place.page), by=translator)

    assert hand_in_now(translation, translator)


def test_words_that_the_source_emptied_leave_the_translation(
    place: Place, translated: Any, translator: Any
) -> None:
    extract(republish(place.page, keywords="stemmen"))
    translate(translated, by=translator)
    hand_in_now(translated, translator)
    extract(republish(place.page, keywords=""))

    version = hand_in_now(translated, translator)

    assert content_of(version).keywords == ""


def test_a_paragraph_that_the_source_removed_leaves_the_translation(
    place: Place, translated: Any, translator: Any
) -> None:
    hand_in_now(translated, translator)
    extract(republish(place.page, body="<p>U hoeft zich niet te registreren.</p>"))

    version = hand_in_now(translated, translator)

    assert content_of(version).body.count("<p") == 1


def test_addresses_for_the_language_are_kept_in_the_revision(place: Place, translator: Any) -> None:
    translation = translate(ask(factories.service(place.authority)), by=translator)
    segment = translation.source.overridablesegment_set.get(context__path="start_url")
    SegmentOverride.objects.create(
        locale=translation.target_locale,
        context=segment.context,
        data_json='"https://lindewoude.example/en/move"',
    )

    version = hand_in_now(translation, translator)

    expected = {"start_url": "https://lindewoude.example/en/move"}
    assert content_of(version).own_addresses == expected


def test_an_address_that_is_a_script_refuses(place: Place, translator: Any) -> None:
    translation = translate(ask(factories.service(place.authority)), by=translator)
    segment = translation.source.overridablesegment_set.get(context__path="start_url")
    SegmentOverride.objects.create(
        locale=translation.target_locale, context=segment.context, data_json='"javascript:1"'
    )

    with pytest.raises(HandInRefused, match="not an address"):
        hand_in_now(translation, translator)


def test_a_version_keeps_source_and_target_in_order_and_who_wrote_it(
    translated: Any, translator: Any
) -> None:
    version = hand_in_now(translated, translator)

    assert version.segments[0] == {
        "path": "title",
        "source": "Stemmen als EU-burger",
        "target": "EN Stemmen als EU-burger",
        "author": translator.pk,
    }
    assert list(version.authors.all()) == [translator]


def test_handing_in_again_takes_the_place_of_what_is_in_review(
    translated: Any, translator: Any
) -> None:
    first = hand_in_now(translated, translator)

    second = hand_in_now(translated, translator)

    first.refresh_from_db()
    assert (first.status, second.status) == (Status.SUPERSEDED, Status.IN_REVIEW)


def test_live_text_is_unchanged_by_handing_in(place: Place, translator: Any) -> None:
    live = factories.translation(place.page, title="Voting")
    translation = translate(ask(place.page), by=translator)

    hand_in_now(translation, translator)

    assert english(place.page).get().title == "Voting"
    assert english(place.page).get().live_revision_id == live.live_revision_id


def test_a_snippet_is_handed_in_as_a_draft(place: Place, translator: Any) -> None:
    translation = translate(ask(place.contact), by=translator)

    version = hand_in_now(translation, translator)

    target = english(place.contact).get()
    assert (target.live, target.live_revision) == (False, None)
    assert content_of(version).name == "EN Publieksbalie"


def test_a_live_snippet_stays_live_and_unchanged(place: Place, translator: Any) -> None:
    factories.translation(place.contact, name="Front desk")
    translation = translate(ask(place.contact), by=translator)

    hand_in_now(translation, translator)

    target = english(place.contact).get()
    assert (target.live, target.name) == (True, "Front desk")
