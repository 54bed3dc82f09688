"""Which result was chosen is heard, whatever is sent, and nothing of the person is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from search.counting import views
from search.counting.events import Clicked
from tests.search.events import noted

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

pytestmark = pytest.mark.usefixtures("folder")

ADDRESS = "/nl/search/click/"
KEY = "9a1f0a34-6d0a-4a53-9a3e-4f0d2f7f1c11"
FORM = "application/x-www-form-urlencoded"
GOOD = f"q=verhuizen&position=3&page={KEY}"


def test_a_choice_is_noted_without_asking_the_database(client: Client, folder: Path) -> None:
    response = client.post(ADDRESS, GOOD, content_type=FORM)

    (event,) = noted(folder)
    assert isinstance(event, Clicked)
    assert (event.language, event.query, event.position) == ("nl", "verhuizen", 3)
    assert (response.status_code, response.content) == (204, b"")
    assert "Set-Cookie" not in response
    assert "no-store" in response["Cache-Control"]


def test_no_token_against_forgery_is_needed(folder: Path) -> None:
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(ADDRESS, GOOD, FORM).status_code == 204
    assert len(noted(folder)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "q=verhuizen",
        f"position=3&page={KEY}",
        f"q=&position=3&page={KEY}",
        f"q=verhuizen&position=x&page={KEY}",
        f"q=verhuizen&position=99999&page={KEY}",
        "q=verhuizen&position=3&page=' OR 1=1",
        f"q=jan@example.org&position=3&page={KEY}",
        f"q={'x' * 5000}&position=3&page={KEY}",
        "&" * 4000,
        "=" * 4000,
        "%" * 4000,
        "\x00\xff" * 1000,
        '{"q": "verhuizen"}',
    ],
)
def test_nonsense_is_dropped_without_a_word(client: Client, folder: Path, body: str) -> None:
    response = client.post(ADDRESS, body, content_type=FORM)

    assert (response.status_code, response.content) == (204, b"")
    assert noted(folder) == []


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", "x", ""])
def test_any_kind_of_content_is_answered(client: Client, kind: str) -> None:
    response = client.generic("POST", ADDRESS, b"--x\r\n\xff", content_type=kind)

    assert response.status_code == 204


@pytest.mark.parametrize("length", ["-1", "x", "9" * 500, "²"])
def test_a_length_that_is_none_is_answered(client: Client, folder: Path, length: str) -> None:
    response = client.post(ADDRESS, GOOD, content_type=FORM, CONTENT_LENGTH=length)

    assert response.status_code == 204
    assert noted(folder) == []


def test_a_reader_who_is_gone_is_no_error(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*given: Any) -> bytes:
        raise views.UnreadablePostError

    monkeypatch.setattr("django.http.HttpRequest.read", gone)

    assert client.post(ADDRESS, GOOD, content_type=FORM).status_code == 204


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"user-agent": "Examplebot/1.0"}, {"purpose": "prefetch"}],
)
def test_other_sites_and_robots_are_not_counted(
    client: Client, folder: Path, headers: dict[str, str]
) -> None:
    response = client.post(ADDRESS, GOOD, content_type=FORM, headers=headers)

    assert response.status_code == 204
    assert noted(folder) == []


def test_an_address_that_is_only_looked_at_counts_nothing(client: Client, folder: Path) -> None:
    assert client.get(f"{ADDRESS}?{GOOD}").status_code == 405
    assert noted(folder) == []
