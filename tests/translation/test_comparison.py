"""What a reviewer sees: source and translation, before and after."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from wagtail_localize.models import SegmentOverride

from services.translation.addresses import review_url
from services.translation.comparison import compare
from services.translation.extraction import extract
from services.translation.handing_in import HandInRefused
from services.translation.reviewing import approve
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
    from django.test import Client

    from tests.translation.conftest import Place


def test_the_comparison_shows_before_and_after(
    place: Place, translator: Any, reviewer: Any
) -> None:
    approved(place.page, translator, reviewer)
    translation = ask(place.page)
    set_text(translation, "summary", "When you may vote here.", by=translator)

    comparison = compare(hand_in_now(translation, translator))

    changed = [row for row in comparison.rows if row.is_changed]
    assert [(row.target_before, row.target) for row in changed] == [
        ("EN Wanneer u hier mag stemmen.", "When you may vote here.")
    ]


def test_the_comparison_shows_what_was_taken_out(
    place: Place, translator: Any, reviewer: Any
) -> None:
    approved(place.page, translator, reviewer)
    extract(republish(place.page, body="<h2>Gemeenteraad</h2>"))

    comparison = compare(hand_in_now(ask(place.page), translator))

    assert [row.target_before for row in comparison.removed] == [
        "EN U mag stemmen voor de gemeenteraad.",
        "EN U hoeft zich niet te registreren.",
    ]


PROSE = '<p>Kijk <a href="https://example.nl/stem">hier</a> voor meer.</p>'


def set_address(translation: Any, path: str, url: str, **values: Any) -> None:
    segment = translation.source.overridablesegment_set.get(context__path__startswith=path)
    SegmentOverride.objects.update_or_create(
        locale=translation.target_locale,
        context=segment.context,
        defaults={"data_json": json.dumps(url), **values},
    )


@pytest.fixture
def linked(place: Place, translator: Any) -> Any:
    """The translation of a page whose text has a link, all texts translated."""
    return translate(ask(republish(place.page, body=PROSE)), by=translator)


def test_the_review_shows_the_link_that_was_chosen_for_a_text(
    client: Client, linked: Any, translator: Any, reviewer: Any
) -> None:
    set_address(linked, "body", "https://example.org/vote")
    version = hand_in_now(linked, translator)
    client.force_login(reviewer)

    shown = client.get(review_url(version)).content.decode()

    assert "<ins><bdi>https://example.org/vote</bdi></ins>" in shown
    assert "<bdi>https://example.nl/stem</bdi>" in shown


def test_the_review_shows_an_address_before_and_after(
    linked: Any, translator: Any, reviewer: Any
) -> None:
    set_address(linked, "body", "https://example.org/vote")
    approve(hand_in_now(linked, translator), user=reviewer)
    set_address(linked, "body", "https://example.org/polls")

    [row] = compare(hand_in_now(linked, translator)).addresses

    assert (row.source, row.target_before, row.target) == (
        "https://example.nl/stem",
        "https://example.org/vote",
        "https://example.org/polls",
    )


def test_the_review_shows_that_the_source_links_elsewhere(
    place: Place, linked: Any, translator: Any, reviewer: Any
) -> None:
    approve(hand_in_now(linked, translator), user=reviewer)
    extract(republish(place.page, body=PROSE.replace("/stem", "/kies")))

    now, before = compare(hand_in_now(ask(place.page), translator)).addresses

    assert (now.source, before.source_before) == (
        "https://example.nl/kies",
        "https://example.nl/stem",
    )


def test_an_address_that_an_import_brought_is_what_was_before(
    place: Place, translator: Any
) -> None:
    target = factories.translation(
        factories.service(place.authority), own_addresses={"start_url": "https://example.org/old"}
    )
    translation = translate(ask(target.source), by=translator)
    set_address(translation, "start_url", "https://example.org/new")

    rows = compare(hand_in_now(translation, translator)).addresses

    assert [(row.target_before, row.target) for row in rows] == [
        ("https://example.org/old", "https://example.org/new")
    ]


@pytest.mark.parametrize(
    ("url", "has_error"), [("javascript:alert(1)", False), ("https://example.org", True)]
)
def test_a_link_in_error_is_not_handed_in(
    linked: Any, translator: Any, url: str, has_error: bool
) -> None:
    set_address(linked, "body", url, has_error=has_error)

    with pytest.raises(HandInRefused, match="is not an address"):
        hand_in_now(linked, translator)
