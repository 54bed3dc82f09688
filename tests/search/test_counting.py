"""How searches that were noted are counted, and when a question's text is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db.models import Sum
from django.utils import timezone

from search.counting import folding
from search.counting.folding import fold
from search.models import AskedQuery, ClickDay, CountingKey, FoldedSpool, QueryDay
from tests.search.events import clicked, searched

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]

KEY = "9a1f0a34-6d0a-4a53-9a3e-4f0d2f7f1c11"
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def write(folder: Path, *events: str, name: str = "1000000000-1-a.jsonl") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{int(NOW.timestamp()) - 60}-{name}"
    path.write_text("".join(f"{event}\n" for event in events))
    return path


def texts() -> list[str]:
    return list(AskedQuery.objects.kept().order_by("text").values_list("text", flat=True))


class TestThreshold:
    def test_what_is_seldom_asked_is_a_hash(self, folder: Path) -> None:
        write(folder, *[searched("Jan Jansen")] * 4)

        fold(at=NOW)

        query = AskedQuery.objects.get()
        assert (query.text, query.normal_form, query.terms) == ("", "", "")
        assert len(query.digest) == 64
        assert "jan" not in str(query).lower()

    def test_what_is_asked_five_times_is_kept(self, folder: Path) -> None:
        write(folder, *[searched("Rijbewijs kwijt")] * 4, searched("rijbewijs KWIJT!"))

        fold(at=NOW)

        query = AskedQuery.objects.get()
        assert (query.text, query.normal_form) == ("rijbewijs KWIJT!", "rijbewijs kwijt")
        assert query.digest == ""
        assert query.terms == "kwijt rijbewijs"

    def test_what_is_asked_on_three_days_is_kept(self, folder: Path) -> None:
        for day in (24, 25, 26):
            write(folder, searched("rijbewijs", on=f"2026-11-{day}"), name=f"{day}.jsonl")
        assert texts() == []

        fold(at=NOW)

        assert texts() == ["rijbewijs"]
        assert QueryDay.objects.count() == 3

    def test_counts_go_on_when_the_text_is_known(self, folder: Path) -> None:
        write(folder, *[searched("rijbewijs")] * 5)
        fold(at=NOW)
        write(folder, searched("Rijbewijs", total=0), name="2.jsonl")

        fold(at=NOW)

        row = QueryDay.objects.get()
        assert (row.asked, row.without_results) == (6, 1)

    def test_one_language_does_not_count_for_another(self, folder: Path) -> None:
        write(folder, *[searched("visa")] * 3, *[searched("visa", language="en")] * 3)

        fold(at=NOW)

        assert texts() == []
        assert AskedQuery.objects.count() == 2

    def test_choices_alone_keep_no_text(self, folder: Path, move_page: Any) -> None:
        write(folder, *[clicked("verhuizen", move_page.translation_key)] * 9)

        fold(at=NOW)

        assert texts() == []

    def test_the_key_changes_and_takes_old_hashes_along(self, folder: Path) -> None:
        write(folder, *[searched("rijbewijs")] * 4)
        fold(at=NOW)
        secret = CountingKey.objects.get().secret

        fold(at=NOW + timedelta(days=30))

        assert CountingKey.objects.get().secret != secret
        assert not AskedQuery.objects.exists()

    def test_the_hash_needs_the_installations_secret(self, folder: Path, settings: Any) -> None:
        write(folder, searched("rijbewijs"))
        fold(at=NOW)
        settings.SECRET_KEY = "another"
        write(folder, searched("rijbewijs"), name="2.jsonl")

        fold(at=NOW)

        assert AskedQuery.objects.values("digest").distinct().count() == 2


class TestFolding:
    def test_files_that_were_counted_are_gone(self, folder: Path) -> None:
        write(folder, searched("rijbewijs"))

        assert fold(at=NOW) == 1
        assert list(folder.iterdir()) == []

    def test_a_file_that_a_killed_worker_left_is_not_counted_again(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write(folder, searched("rijbewijs"))
        fold(at=NOW)
        path.write_text(searched("rijbewijs"))

        fold(at=NOW)

        assert QueryDay.objects.get().asked == 1
        assert not path.exists()

    def test_a_worker_that_fails_halfway_counts_nothing_and_keeps_the_file(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = write(folder, searched("rijbewijs"))
        monkeypatch.setattr(folding, "_add_clicks", lambda *given: 1 / 0)

        with pytest.raises(ZeroDivisionError):
            fold(at=NOW)

        assert path.exists()
        assert not QueryDay.objects.exists()
        assert not FoldedSpool.objects.exists()

    def test_a_file_that_waited_for_a_week_is_removed_unread(self, folder: Path) -> None:
        path = write(folder, searched("rijbewijs"))

        fold(at=NOW + timedelta(days=8))

        assert not path.exists()
        assert not QueryDay.objects.exists()

    def test_damaged_lines_spoil_nothing(self, folder: Path) -> None:
        write(folder, "{", searched("rijbewijs"), "\x00", searched("rijbewijs")[:20])

        fold(at=NOW)

        assert QueryDay.objects.get().asked == 1

    def test_choices_are_counted_by_position_and_page(self, folder: Path, move_page: Any) -> None:
        key = move_page.translation_key
        write(folder, searched("verhuizen"), *[clicked("verhuizen", key)] * 2)

        fold(at=NOW)

        row = ClickDay.objects.get()
        assert (row.position, row.page, row.clicked) == (2, key, 2)
        assert QueryDay.objects.get().clicked == 2

    def test_a_choice_of_a_page_that_is_none_is_dropped(self, folder: Path) -> None:
        write(folder, clicked("verhuizen", uuid4()))

        fold(at=NOW)

        assert not ClickDay.objects.exists()

    def test_counts_are_kept_for_ninety_days(self, folder: Path) -> None:
        write(folder, *[searched("rijbewijs")] * 5)
        fold(at=NOW)

        fold(at=NOW + timedelta(days=90))
        assert texts() == ["rijbewijs"]
        fold(at=NOW + timedelta(days=91))

        assert not AskedQuery.objects.exists()
        assert not QueryDay.objects.exists()

    def test_a_thousand_questions_cost_few_queries(
        self, folder: Path, django_assert_max_num_queries: Any
    ) -> None:
        write(folder, *[searched(f"vraag {n}") for n in range(1000)])

        with django_assert_max_num_queries(60):
            fold(at=NOW)

        assert QueryDay.objects.aggregate(all=Sum("asked"))["all"] == 1000

    def test_the_command_counts(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, searched("rijbewijs"))
        monkeypatch.setattr(timezone, "now", lambda: NOW)

        call_command("fold_search_events")

        assert capsys.readouterr().out == "files=1\n"

    def test_the_worker_counts_within_a_minute(self, settings: Any) -> None:
        assert settings.TASK_SCHEDULE["fold_search_events"] <= 60
