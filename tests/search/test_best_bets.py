"""Pages that search editors pin to the top of a question's results, or hide from them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from wagtail.models import PageViewRestriction

from search.best_bets import Bets, bets_for
from search.models import BestBet
from services.presentation import kept
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 26)


@pytest.fixture
def other_page(authority: Any) -> Any:
    return factories.service(authority, title="Adres opvragen", slug="adres-opvragen")


def bet(page: Any, query: str = "adres wijzigen", **more: Any) -> BestBet:
    return BestBet.objects.create(
        **{"language": "nl", "reason": "Het is druk.", **more}, page=page, query=query
    )


def found(text: str, language: str = "nl", on: date = TODAY) -> Bets:
    return bets_for(text, language, on=on)


def id_of(page: Any) -> str:
    return str(page.translation_key)


@pytest.mark.parametrize(
    "text", ["adres wijzigen", "Wijzigen: ADRES", "adressen wijzigen", "een adres wijzigen"]
)
def test_a_question_in_any_form_and_order_has_its_best_bet(move_page: Any, text: str) -> None:
    bet(move_page)

    assert found(text) == Bets(pinned=(id_of(move_page),))


@pytest.mark.parametrize("text", ["adres", "adres wijzigen bedrijf", "", "?", "x" * 5000])
def test_another_question_has_none(move_page: Any, text: str) -> None:
    bet(move_page)

    assert found(text) == Bets()


def test_pinned_pages_come_by_their_positions(move_page: Any, other_page: Any) -> None:
    bet(move_page, position=2)
    bet(other_page, position=1)

    assert found("adres wijzigen").pinned == (id_of(other_page), id_of(move_page))


def test_what_is_pinned_and_hidden_is_hidden(move_page: Any) -> None:
    bet(move_page, action="pin")
    bet(move_page, action="hide")

    assert found("adres wijzigen") == Bets(hidden=frozenset({id_of(move_page)}))


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (date(2026, 11, 27), None, False),
        (None, date(2026, 11, 25), False),
    ],
)
def test_a_best_bet_holds_from_its_first_day_to_its_last(
    move_page: Any, first: date | None, last: date | None, holds: bool
) -> None:
    bet(move_page, starts_on=first, ends_on=last)

    assert bool(found("adres wijzigen").pinned) is holds


def test_a_page_that_readers_cannot_open_is_not_pinned(move_page: Any) -> None:
    bet(move_page)
    move_page.unpublish()

    assert found("adres wijzigen") == Bets()


def test_a_page_behind_a_password_is_not_pinned(move_page: Any) -> None:
    bet(move_page)
    PageViewRestriction.objects.create(page=move_page, restriction_type="login")

    assert found("adres wijzigen") == Bets()


def test_a_best_bet_is_of_one_language(move_page: Any) -> None:
    bet(move_page)

    assert found("adres wijzigen", "de") == Bets()


def test_a_thousand_best_bets_cost_as_many_queries_as_one(
    move_page: Any, django_assert_max_num_queries: Any
) -> None:
    rows = [BestBet(language="nl", query=f"vraag {n}", page=move_page) for n in range(1000)]
    BestBet.objects.bulk_create(rows)
    kept.forget()

    with django_assert_max_num_queries(2):
        assert found("vraag 7").pinned
        assert found("vraag 8").pinned


def refusal(page: Any, **more: Any) -> dict[str, list[str]]:
    values = {"language": "nl", "query": "adres", "reason": "Druk.", **more}
    with pytest.raises(ValidationError) as raised:
        BestBet(page=page, **values).full_clean()
    return raised.value.message_dict


def test_a_reason_is_asked_for(move_page: Any) -> None:
    assert list(refusal(move_page, reason="")) == ["reason"]


@pytest.mark.usefixtures("_in_english")
def test_a_question_without_a_word_is_refused(move_page: Any) -> None:
    said = refusal(move_page, query="?!")

    assert said == {"query": ["There is no word in this that can be looked for."]}


@pytest.mark.usefixtures("_in_english")
def test_a_page_of_another_language_is_refused(move_page: Any) -> None:
    said = refusal(move_page, language="en")

    assert said == {"page": ["This page is in another language than the question."]}


@pytest.mark.usefixtures("_in_english")
def test_a_draft_is_refused(authority: Any) -> None:
    draft = authority.add_child(instance=factories.procedure_draft(slug="ontwerp", live=False))

    said = refusal(draft)

    assert said == {"page": ["Readers cannot open this page: choose one that is live."]}


def test_a_last_day_before_the_first_is_refused(move_page: Any) -> None:
    days: dict[str, Any] = {"starts_on": TODAY, "ends_on": date(2026, 11, 25)}

    assert list(refusal(move_page, **days)) == ["__all__"]
    with pytest.raises(IntegrityError):
        bet(move_page, **days)
