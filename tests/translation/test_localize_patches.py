"""What wagtail-localize does by itself, and no longer does here.

Each test names the trap of wagtail-localize 1.14.5 that it closes; all fail on the stock package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as stock_hooks
from wagtail_localize.locales.components import get_locale_components
from wagtail_localize.models import LocaleSynchronization, StringTranslation, Translation

from services.translation import localize_patches
from services.translation.extraction import extract
from services.translation.localize_patches import StockRefused
from services.translation.models import TranslationVersion
from tests import factories
from tests.translation.steps import (
    approved,
    ask,
    hand_in_now,
    republish,
    set_text,
    translate,
)

if TYPE_CHECKING:
    from tests.translation.conftest import Place

UP_TO_DATE = "Up to date"
ARGUMENTS = {
    "page_id": 1,
    "app_label": "services",
    "model_name": "contactpoint",
    "pk": "1",
    "translation_source_id": 1,
    "translation_id": 1,
    "string_segment_id": 1,
    "overridable_segment_id": 1,
    "mode": "x",
}


def fresh(translation: Translation) -> Translation:
    return Translation.objects.get(pk=translation.pk)


def test_save_target_is_refused(translated: Translation) -> None:
    with pytest.raises(StockRefused):
        translated.save_target()


def test_the_whole_way_never_calls_save_target(
    place: Place, translator: Any, reviewer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Translation, "save_target", lambda *args, **kwargs: pytest.fail("called"))

    assert approved(place.page, translator, reviewer).live


def test_a_saved_title_leaves_the_explorer_alone(place: Place, translator: Any) -> None:
    target = factories.translation(place.page, title="Voting")

    set_text(ask(place.page), "title", "Something half done", by=translator)

    assert Page.objects.get(pk=target.pk).draft_title == "Voting"


def test_a_deleted_title_leaves_the_explorer_alone(place: Place, translator: Any) -> None:
    target = factories.translation(place.page, title="Voting")
    row = set_text(ask(place.page), "title", "Something half done", by=translator)
    Page.objects.filter(pk=target.pk).update(draft_title="Kept")

    row.delete()

    assert Page.objects.get(pk=target.pk).draft_title == "Kept"


def test_a_finished_translation_is_not_up_to_date_before_its_approval(
    translated: Translation,
) -> None:
    assert translated.get_status_display() == "Ready to be handed in"


def test_an_approved_translation_is_up_to_date(
    place: Place, translator: Any, reviewer: Any
) -> None:
    approved(place.page, translator, reviewer)

    assert ask(place.page).get_status_display() == UP_TO_DATE


def test_a_translation_in_review_says_so(translated: Translation, translator: Any) -> None:
    hand_in_now(translated, translator)

    assert fresh(translated).get_status_display() == "In review"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Anders.</p>",
        "<p>U mag stemmen voor de gemeenteraad.</p>",
        "<p>U hoeft zich niet te registreren.</p><p>U mag stemmen voor de gemeenteraad.</p>"
        "<h2>Gemeenteraad</h2>",
    ],
    ids=["changed", "removed", "moved"],
)
@pytest.mark.parametrize("extracted", [False, True], ids=["before the task", "after it"])
def test_up_to_date_is_never_said_while_the_source_differs(
    place: Place, translator: Any, reviewer: Any, body: str, extracted: bool
) -> None:
    approved(place.page, translator, reviewer)
    source = republish(place.page, body=body)
    translation = Translation.objects.get()
    extract(source) if extracted else None

    assert fresh(translation).get_status_display() != UP_TO_DATE


def test_the_progress_is_not_complete_while_the_source_is_ahead(
    place: Place, translated: Translation
) -> None:
    total, done = translated.get_progress()
    assert total == done
    republish(place.page, body="<p>U mag stemmen voor de gemeenteraad.</p>")

    total, done = fresh(translated).get_progress()

    assert done < total


def test_a_language_cannot_be_synchronised_with_another() -> None:
    models = [component["model"] for component in get_locale_components()]

    assert LocaleSynchronization not in models


def test_a_synchronisation_makes_no_aliases(place: Place) -> None:
    german = factories.locale("de")
    LocaleSynchronization.objects.create(locale=german, sync_from=place.page.locale)

    assert not Page.objects.filter(locale=german).exists()


def test_the_command_that_synchronises_trees_is_refused(place: Place) -> None:
    german = factories.locale("de")
    LocaleSynchronization.objects.create(locale=german, sync_from=place.page.locale)

    with pytest.raises(StockRefused):
        call_command("sync_locale_trees")

    assert not Page.objects.filter(alias_of__isnull=False).exists()


@pytest.mark.parametrize("name", localize_patches.CLOSED_HOOKS)
def test_stocks_hooks_are_closed(name: str) -> None:
    modules = {function.__module__ for function in hooks.get_hooks(name)}

    assert not modules & localize_patches.STOCK_MODULES


@pytest.mark.parametrize(
    "pattern",
    stock_hooks.register_admin_urls()[0].url_patterns,
    ids=lambda found: str(found.pattern),
)
def test_every_address_of_stock_is_answered_here(pattern: Any) -> None:
    wanted = {name: ARGUMENTS[name] for name in pattern.pattern.converters}

    assert reverse(f"wagtail_localize:{pattern.name}", kwargs=wanted)


def test_installing_twice_changes_nothing(translated: Translation) -> None:
    localize_patches.install()

    assert translated.get_progress()[0] == translated.source.stringsegment_set.count()


def test_a_deleted_translation_keeps_its_texts_as_memory(
    place: Place, translator: Any, reviewer: Any
) -> None:
    target = approved(place.page, translator, reviewer)
    texts = StringTranslation.objects.count()

    Page.objects.get(pk=target.pk).delete()

    assert StringTranslation.objects.count() == texts


def test_a_deleted_translation_can_be_asked_for_and_approved_again(
    place: Place, translator: Any, reviewer: Any
) -> None:
    target = approved(place.page, translator, reviewer)
    Page.objects.get(pk=target.pk).delete()

    again = approved(place.page, translator, reviewer)

    assert again.live
    assert TranslationVersion.objects.of(again).approved().get().revision == again.live_revision


def test_asking_makes_no_page_and_no_alias(place: Place) -> None:
    pages = Page.objects.count()

    ask(place.page)

    assert Page.objects.count() == pages


def test_a_snippet_that_is_asked_for_stays_live(place: Place, translator: Any) -> None:
    target = factories.translation(place.contact, name="Front desk")

    hand_in_now(translate(ask(place.contact), by=translator), translator)

    target.refresh_from_db()
    assert target.live


def test_an_authority_below_another_is_translated(
    place: Place, translator: Any, reviewer: Any
) -> None:
    """A treebeard node could not be: its path would be another's (the parent is a foreign key)."""
    above = factories.competent_authority("Provincie")
    below = factories.competent_authority("Dienst", parent=above)

    target = approved(below, translator, reviewer)

    assert (target.live, target.name) == (True, "EN Dienst")
