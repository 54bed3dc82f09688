"""Search editors read what readers asked, did not find, and chose; nobody else does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from search.access import SEARCH_EDITORS
from search.counting.naming import terms_of
from search.models import AskedQuery, ClickDay, QueryDay
from search.reports.periods import Period, until

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

NAMES = ("most_asked", "without_results", "positions", "falling")
ADDRESSES = [f"search_reports:{name}{part}" for name in NAMES for part in ("", "_results")]


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("iris", "iris@example.org", "x")
    user.groups.set(Group.objects.filter(name=SEARCH_EDITORS))
    client.force_login(user)
    return client


@pytest.fixture
def stranger(client: Client) -> Client:
    user = get_user_model().objects.create_user("iris", "iris@example.org", "x")
    permissions = Permission.objects.filter(content_type__app_label="search")
    user.user_permissions.set([*permissions, Permission.objects.get(codename="access_admin")])
    client.force_login(user)
    return client


def asked(
    text: str, times: int = 5, zero: int = 0, clicked: int = 0, ago: int = 1, language: str = "nl"
) -> AskedQuery:
    values = {"normal_form": text, "terms": terms_of(text, language)}
    query = AskedQuery.objects.get_or_create(language=language, text=text, defaults=values)[0]
    day = timezone.localdate() - timedelta(days=ago)
    QueryDay.objects.create(
        query=query, day=day, asked=times, without_results=zero, clicked=clicked
    )
    return query


def rows(client: Client, name: str, **filters: str) -> list[list[str]]:
    response = client.get(reverse(f"search_reports:{name}"), filters)
    assert response.status_code == 200
    table = BeautifulSoup(response.content, "html.parser").select("main table tbody tr")
    return [[_said(cell) for cell in row.select("td")] for row in table]


def _said(cell: Any) -> str:
    shown = cell.select_one(".title-wrapper") or cell
    return shown.get_text(" ", strip=True)


def test_a_period_is_compared_with_the_one_before() -> None:
    period = until(date(2026, 11, 28), days=28)

    assert period == Period(date(2026, 11, 1), date(2026, 11, 28))
    assert period.before == Period(date(2026, 10, 4), date(2026, 10, 31))


class TestMostAsked:
    def test_the_most_asked_comes_first(self, editor: Client) -> None:
        asked("paspoort", 5, zero=1, clicked=2)
        asked("rijbewijs", 7, clicked=7)
        asked("rijbewijs", 3, clicked=4, ago=2)

        assert rows(editor, "most_asked") == [
            ["rijbewijs", "10", "0", "11", "110"],
            ["paspoort", "5", "1", "2", "40"],
        ]

    def test_one_language_and_period_is_shown(self, editor: Client) -> None:
        asked("passport", language="en")
        asked("paspoort", ago=30)

        assert rows(editor, "most_asked") == []
        assert rows(editor, "most_asked", language="en")[0][0] == "passport"
        assert rows(editor, "most_asked", days="90")[0][0] == "paspoort"

    @pytest.mark.parametrize(
        "filters",
        [
            {"language": "xx"},
            {"days": "0"},
            {"days": "9" * 400},
            {"ordering": "text;--"},
            {"p": "-1"},
            {"p": "x"},
            {"export": "exe"},
        ],
    )
    def test_no_filter_is_an_error(self, editor: Client, filters: dict[str, str]) -> None:
        asked("paspoort")

        rows(editor, "most_asked", **filters)

    def test_what_may_not_be_read_is_not_shown(self, editor: Client) -> None:
        query = AskedQuery.objects.create(language="nl", digest="ab" * 32)
        QueryDay.objects.create(query=query, day=timezone.localdate(), asked=4)

        assert rows(editor, "most_asked") == []

    def test_a_question_is_never_markup(self, editor: Client) -> None:
        asked("<script>alert(1)</script>")

        response = editor.get(reverse("search_reports:most_asked"))

        assert b"<script>alert(1)" not in response.content

    def test_each_row_leads_to_what_can_be_done(self, editor: Client) -> None:
        asked("gele brief & meer")

        response = editor.get(reverse("search_reports:most_asked"))

        links = BeautifulSoup(response.content, "html.parser").select("main .actions a")
        assert [link["href"] for link in links] == [
            f"{reverse('synonyms:add')}?language=nl&words=gele+brief+%26+meer",
            f"{reverse('best-bets:add')}?language=nl&query=gele+brief+%26+meer",
            f"{reverse('suggested-questions:add')}?language=nl&text=gele+brief+%26+meer",
            f"{reverse('owner-tasks:add')}?language=nl&query=gele+brief+%26+meer",
            "/nl/search/?q=gele+brief+%26+meer&explain=1",
        ]

    def test_columns_can_be_sorted(self, editor: Client) -> None:
        asked("rijbewijs", 9, clicked=1)
        asked("paspoort", 5, clicked=5)

        found = rows(editor, "most_asked", ordering="-rate")

        assert [row[0] for row in found] == ["paspoort", "rijbewijs"]


class TestWithoutResults:
    def test_questions_with_the_same_words_stand_together(self, editor: Client) -> None:
        asked("boete betalen", 5, zero=2)
        asked("betalen boetes", 5, zero=2)
        asked("betalen boetes", 5, zero=3, ago=2)
        asked("verguld", 9, zero=3)
        asked("rijbewijs", 9)

        assert rows(editor, "without_results") == [
            ["betalen boetes · boete betalen", "7", "2"],
            ["verguld", "3", "1"],
        ]


class TestPositions:
    def test_each_position_says_how_often_it_was_chosen(self, editor: Client) -> None:
        query = asked("rijbewijs", 24, zero=4)
        for position, clicked in ((1, 10), (3, 5), (12, 1), (30, 1)):
            ClickDay.objects.create(
                query=query,
                day=timezone.localdate(),
                position=position,
                page=uuid4(),
                clicked=clicked,
            )

        found = rows(editor, "positions")

        assert found[:3] == [["1", "10", "50"], ["2", "0", "0"], ["3", "5", "25"]]
        assert found[-1][1:] == ["2", "10"]

    def test_where_nothing_was_asked_there_is_no_rate(self, editor: Client) -> None:
        assert {row[2] for row in rows(editor, "positions")} == {""}


class TestFalling:
    @pytest.mark.parametrize(
        ("before", "now", "falls"),
        [
            ((20, 10), (10, 5), True),
            ((20, 10), (11, 6), False),
            ((20, 10), (20, 6), True),
            ((20, 10), (20, 7), False),
            ((9, 9), (0, 0), False),
            ((20, 10), (0, 0), True),
        ],
    )
    def test_what_is_asked_or_answered_less_falls(
        self, editor: Client, before: tuple[int, int], now: tuple[int, int], falls: bool
    ) -> None:
        asked("rijbewijs", before[0], clicked=before[1], ago=30)
        asked("rijbewijs", now[0], clicked=now[1])

        assert bool(rows(editor, "falling")) is falls

    def test_a_period_is_offered_if_the_one_before_is_kept(self, editor: Client) -> None:
        response = editor.get(reverse("search_reports:falling"))

        page = BeautifulSoup(response.content, "html.parser")
        offered = [option["value"] for option in page.select("select[name=days] option")]
        assert offered == ["7", "28"]


class TestRights:
    @pytest.mark.parametrize("address", ADDRESSES)
    @pytest.mark.parametrize("export", ["", "csv", "xlsx"])
    def test_nobody_else_opens_a_report(self, stranger: Client, address: str, export: str) -> None:
        asked("geheim")

        response = stranger.get(reverse(address), {"export": export})

        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_search_editors_open_each(self, editor: Client, address: str) -> None:
        assert editor.get(reverse(address)).status_code == 200

    def test_only_search_editors_see_them_in_the_menu(self, stranger: Client) -> None:
        assert "/admin/reports/search/" not in stranger.get("/admin/").content.decode()

    def test_search_editors_see_them_in_the_menu(self, editor: Client) -> None:
        assert "/admin/reports/search/falling/" in editor.get("/admin/").content.decode()


class TestExport:
    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize("export", ["csv", "xlsx"])
    def test_each_report_is_exported(self, editor: Client, name: str, export: str) -> None:
        asked("rijbewijs", 9, zero=2)

        response = editor.get(reverse(f"search_reports:{name}"), {"export": export})

        assert response.status_code == 200
        assert export in response["Content-Disposition"]

    @pytest.mark.parametrize("name", ["most_asked", "without_results"])
    def test_no_question_is_taken_for_a_formula(self, editor: Client, name: str) -> None:
        asked("=1+1 rijbewijs", 9, zero=2)

        response = editor.get(reverse(f"search_reports:{name}"), {"export": "csv"})

        assert "\n'=1+1 rijbewijs," in response.getvalue().decode().replace("\r", "")


@pytest.mark.parametrize("name", NAMES)
def test_many_questions_cost_as_many_queries_as_few(
    editor: Client, name: str, django_assert_max_num_queries: Any
) -> None:
    for n in range(60):
        asked(f"vraag {n}", 20, zero=1, ago=30)
        asked(f"vraag {n}", 5, zero=1)

    with django_assert_max_num_queries(25):
        editor.get(reverse(f"search_reports:{name}"))
