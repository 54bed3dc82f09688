"""What is noted of searches, how it is counted, and when a question's text is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db.models import Sum
from django.utils import timezone

from search.counting import folding
from search.counting.events import Clicked, note_click, read
from search.counting.folding import fold
from search.counting.spool import spool
from search.models import AskedQuery, ClickDay, CountingKey, FoldedSpool, QueryDay

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

KEY = "9a1f0a34-6d0a-4a53-9a3e-4f0d2f7f1c11"
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    spool.renew()
    return tmp_path / "search-events"


def write(folder: Path, *events: str, name: str = "1000000000-1-a.jsonl") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{int(NOW.timestamp()) - 60}-{name}"
    path.write_text("".join(f"{event}\n" for event in events))
    return path


def searched(query: str, on: str = "2026-11-26", total: int = 3, language: str = "nl") -> str:
    return (
        f'{{"kind": "search", "language": "{language}", "query": "{query}", "on": "{on}", '
        f'"total": {total}}}'
    )


def clicked(query: str, page: Any, position: int = 2) -> str:
    return (
        f'{{"kind": "click", "language": "nl", "query": "{query}", "on": "2026-11-26", '
        f'"position": {position}, "page": "{page}"}}'
    )


def texts() -> list[str]:
    return list(AskedQuery.objects.kept().order_by("text").values_list("text", flat=True))


def noted(folder: Path) -> list[Any]:
    lines = [line for path in folder.glob("*") for line in path.read_bytes().splitlines()]
    return [read(line) for line in lines]


class TestNoting:
    @pytest.mark.usefixtures("index")
    @pytest.mark.parametrize(
        ("address", "headers"),
        [
            ("?q=paspoort&page=2", {}),
            ("?q=verhuizen&kind=procedure", {}),
            ("?q=verhuizen&format=json", {}),
            ("?q=", {}),
            ("?q=jan@example.org", {}),
            ("?q=verhuizen", {"sec-purpose": "prefetch;prerender"}),
            ("?q=verhuizen", {"user-agent": "Mozilla/5.0 (compatible; Examplebot/2.1)"}),
        ],
    )
    def test_only_the_first_page_for_a_reader_is_noted(
        self, client: Client, folder: Path, address: str, headers: dict[str, str]
    ) -> None:
        assert client.get(f"/nl/search/{address}", headers=headers).status_code == 200

        assert noted(folder) == []

    @pytest.mark.usefixtures("index")
    def test_a_search_is_noted_without_what_could_name_a_person(
        self, client: Client, folder: Path
    ) -> None:
        client.get("/nl/search/?q=Verhuizen 06-12345678")

        (event,) = noted(folder)
        assert (event.language, event.query, event.total) == ("nl", "Verhuizen", 3)

    @pytest.mark.usefixtures("index")
    def test_a_spool_that_cannot_be_written_breaks_no_search(
        self, client: Client, settings: Any
    ) -> None:
        settings.VAR_DIR = Path("/dev/null")

        assert client.get("/nl/search/?q=verhuizen").status_code == 200

    @pytest.mark.parametrize(
        ("position", "key"),
        [
            ("0", KEY),
            ("-1", KEY),
            ("1001", KEY),
            ("9" * 5000, KEY),
            ("²", KEY),
            ("1", "x"),
            ("1", ""),
        ],
    )
    def test_a_choice_that_cannot_be_is_dropped(
        self, folder: Path, position: str, key: str
    ) -> None:
        note_click("nl", "verhuizen", position, key)

        assert noted(folder) == []

    def test_a_choice_is_noted(self, folder: Path) -> None:
        page = uuid4()

        note_click("nl", "verhuizen\x00", "3", str(page))

        today = timezone.localdate()
        assert noted(folder) == [Clicked("nl", "verhuizen", today, 3, page)]

    @pytest.mark.parametrize(
        "line",
        [b"", b"{", b"[]", b"null", b'{"kind": "search"}', b"\xff", searched("x")[:-9].encode()],
    )
    def test_a_damaged_line_is_left_out(self, line: bytes) -> None:
        assert read(line) is None


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
