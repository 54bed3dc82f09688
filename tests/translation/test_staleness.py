"""A translation lags when the words of its live source are others than those it follows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from services.models import InformationPage
from services.translation.models import TranslationVersion
from services.translation.staleness import (
    follows_version_of,
    is_stale,
    standings_of,
)
from tests import factories

if TYPE_CHECKING:
    from tests.translation.conftest import Place

FIRST, SECOND = "<p>Eerste.</p>", "<p>Tweede.</p>"


@pytest.fixture
def pages(place: Place) -> tuple[Any, Any]:
    place.page.body = FIRST + SECOND
    source = factories.publish(place.page)
    return source, factories.translation(source, title="Voting")


def republish(page: Any, **values: Any) -> Any:
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    return factories.publish(page)


@pytest.mark.parametrize(
    "body",
    ["<p>Anders.</p>" + SECOND, FIRST, SECOND + FIRST, FIRST + SECOND + "<p>Derde.</p>"],
    ids=["changed", "removed", "moved", "added"],
)
def test_a_changed_text_makes_the_translation_stale(pages: tuple[Any, Any], body: str) -> None:
    republish(pages[0], body=body)

    assert is_stale(pages[1])


LINKS = [
    ('<a href="https://example.nl/oud">hier</a>', '<a href="https://example.nl/nieuw">hier</a>'),
    ('<a linktype="page" id="1">hier</a>', '<a linktype="page" id="2">hier</a>'),
]


@pytest.mark.parametrize(("old", "new"), LINKS, ids=["web", "page"])
def test_a_changed_link_makes_the_translation_stale(place: Place, old: str, new: str) -> None:
    source = republish(place.page, body=f"<p>Kijk {old}.</p>")
    target = factories.translation(source)

    republish(source, body=f"<p>Kijk {new}.</p>")

    assert is_stale(target)


def test_a_translation_that_follows_its_source_is_not_stale(pages: tuple[Any, Any]) -> None:
    assert not is_stale(pages[1])


def test_a_changed_fact_makes_nothing_stale(pages: tuple[Any, Any]) -> None:
    republish(pages[0], for_businesses=True)

    assert not is_stale(pages[1])


def test_a_draft_of_the_source_makes_nothing_stale(pages: tuple[Any, Any]) -> None:
    pages[0].body = FIRST
    pages[0].save_revision()

    assert not is_stale(pages[1])


def test_a_reordered_row_makes_the_translation_stale(place: Place) -> None:
    source = factories.service(place.authority)
    target = factories.translation(source)
    first, second = source.steps.all()
    first.sort_order, second.sort_order = 1, 0

    republish(source, steps=[second, first])

    assert is_stale(target)


def test_words_that_return_to_what_they_were_end_the_lag(pages: tuple[Any, Any]) -> None:
    republish(pages[0], body=FIRST)
    republish(pages[0], body=FIRST + SECOND)

    assert not is_stale(pages[1])


def test_a_source_is_never_stale(pages: tuple[Any, Any]) -> None:
    assert not is_stale(pages[0])


def test_a_translation_tells_the_date_of_the_version_it_follows(pages: tuple[Any, Any]) -> None:
    written = dt.date(2026, 1, 2)
    InformationPage.objects.filter(pk=pages[0].pk).update(words_changed_on=written)
    source = InformationPage.objects.get(pk=pages[0].pk)
    factories.record_import(
        pages[1], pages[1].save_revision(), words_changed_on=source.words_changed_on
    )

    republish(source, body=FIRST)

    assert follows_version_of(pages[1]) == written


def test_a_source_tells_the_date_of_its_own_words(pages: tuple[Any, Any]) -> None:
    assert follows_version_of(pages[0]) == pages[0].words_changed_on is not None


@pytest.mark.parametrize("ask", [is_stale, follows_version_of])
def test_each_answer_costs_one_query(
    pages: tuple[Any, Any], ask: Any, django_assert_num_queries: Any
) -> None:
    target = InformationPage.objects.get(pk=pages[1].pk)

    with django_assert_num_queries(1):
        ask(target)


def test_many_are_answered_at_once(
    place: Place, pages: tuple[Any, Any], django_assert_num_queries: Any
) -> None:
    contact = factories.translation(place.contact, name="Front desk")
    republish(pages[0], body=FIRST)

    with django_assert_num_queries(3):
        standings = standings_of([pages[0], pages[1], contact])

    assert [standing.is_stale for standing in standings] == [False, True, False]


def test_a_snippet_is_stale_when_its_words_changed(place: Place) -> None:
    contact = factories.translation(place.contact, name="Front desk")
    republish(place.contact, name="Balie burgerzaken")

    assert is_stale(contact)


def test_a_version_that_does_not_tell_what_it_follows_is_stale(pages: tuple[Any, Any]) -> None:
    TranslationVersion.objects.of(pages[1]).update(source_digest="")

    assert is_stale(pages[1])
    assert standings_of([pages[1]])[0].is_stale


def test_an_import_follows_a_source_that_was_never_published_here(pages: tuple[Any, Any]) -> None:
    InformationPage.objects.filter(pk=pages[0].pk).update(words_digest="")
    target = InformationPage.objects.get(pk=pages[1].pk)

    version = factories.record_import(target, target.save_revision(), words_changed_on=None)

    assert version.source_digest == pages[0].words_digest
