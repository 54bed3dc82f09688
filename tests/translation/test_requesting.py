"""A translation is asked for by those who may; nothing is copied or published by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from services.models.publication import Reason
from services.translation.requesting import RequestRefused, languages_to_request
from tests import factories
from tests.translation.steps import ask, person

if TYPE_CHECKING:
    from django.test import Client

    from tests.translation.conftest import Place


def test_a_source_is_asked_for_once_a_language(place: Place) -> None:
    first = ask(place.page)

    assert ask(place.page) == first
    assert TranslationSource.objects.count() == 1


def test_the_texts_are_extracted_at_once(place: Place) -> None:
    translation = ask(place.page)

    assert translation.get_progress() == (8, 0)


def test_a_translation_cannot_be_translated_further(place: Place) -> None:
    target = factories.translation(place.page)

    with pytest.raises(RequestRefused, match="is a translation itself"):
        ask(target, "de")

    assert not Translation.objects.exists()


def test_a_draft_cannot_be_translated(place: Place) -> None:
    draft = place.authority.add_child(instance=factories.information_draft(slug="draft"))

    with pytest.raises(RequestRefused, match="Publish"):
        ask(draft)


def test_a_parent_that_is_not_translated_is_named(place: Place) -> None:
    factories.locale("de")

    with pytest.raises(RequestRefused, match="Translate “Gemeente Lindewoude” into German first"):
        ask(place.page, "de")

    assert not Translation.objects.exists()
    assert not Page.objects.filter(locale__language_code="de").exists()


def test_a_parent_that_was_asked_for_is_enough(place: Place) -> None:
    factories.locale("de")
    Translation.objects.create(
        source=TranslationSource.get_or_create_from_instance(place.authority)[0],
        target_locale=factories.locale("de"),
    )

    assert ask(place.page, "de")


def test_what_was_asked_for_is_not_offered_again(place: Place, superuser: Any) -> None:
    offered = languages_to_request(superuser, place.page)
    assert [locale.language_code for locale in offered] == ["en"]
    ask(place.page)

    assert not languages_to_request(superuser, place.page).exists()


def test_a_translator_asks_for_the_own_language_only(place: Place) -> None:
    Locale.objects.get_or_create(language_code="de")
    german = person("german", "Translators de")

    offered = languages_to_request(german, place.page)

    assert [locale.language_code for locale in offered] == ["de"]


@pytest.mark.parametrize(
    ("groups", "superuser", "status"),
    [
        (["Translators en"], False, 302),
        (["Translators de"], False, 200),
        (["Clerks"], False, 302),
        ([], True, 302),
    ],
    ids=["translator", "of another language", "no right at all", "superuser"],
)
def test_who_may_ask_by_the_form(
    place: Place, client: Client, groups: list[str], superuser: bool, status: int
) -> None:
    factories.locale("de")
    client.force_login(person("somebody", *groups, superuser=superuser))
    url = reverse("wagtail_localize:submit_page_translation", args=[place.page.pk])

    answer = client.post(url, {"locales": [factories.locale("en").pk]})

    assert answer.status_code == status
    assert Translation.objects.exists() is (superuser or groups == ["Translators en"])


def test_the_form_names_the_parent(place: Place, client: Client, superuser: Any) -> None:
    client.force_login(superuser)
    url = reverse("wagtail_localize:submit_page_translation", args=[place.page.pk])

    answer = client.post(url, {"locales": [factories.locale("de").pk]}, follow=True)

    assert b"Gemeente Lindewoude" in answer.content
    assert not Translation.objects.exists()


def test_a_snippet_is_asked_for_by_the_form(place: Place, client: Client, translator: Any) -> None:
    client.force_login(translator)
    names = ["services", "contactpoint", place.contact.pk]
    url = reverse("wagtail_localize:submit_snippet_translation", args=names)

    client.post(url, {"locales": [factories.locale("en").pk]})

    assert Translation.objects.get().source.object_id == place.contact.translation_key
    assert type(place.contact).objects.count() == 1


@pytest.mark.parametrize("names", [["auth", "user", "1"], ["no", "such", "1"]])
def test_what_is_no_snippet_is_not_found(client: Client, superuser: Any, names: list[str]) -> None:
    client.force_login(superuser)

    url = reverse("wagtail_localize:submit_snippet_translation", args=names)
    answer = client.get(url, follow=True)  # Django tries an address below the language first.

    assert answer.status_code == 404


def test_a_refusal_tells_each_reason() -> None:
    refusal = RequestRefused([Reason("one"), Reason("two")])

    assert str(refusal) == "one; two"
