"""What is noted of searches and choices, before anything is counted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.utils import timezone

from search.counting.events import Clicked, note_click, read
from tests.search.events import noted, searched

if TYPE_CHECKING:
    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]

KEY = "9a1f0a34-6d0a-4a53-9a3e-4f0d2f7f1c11"


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
