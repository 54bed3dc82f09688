"""What every response carries or does not: a policy for scripts, no cookies for readers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.utils import timezone

from config.tasks.models import LiveWorker, QueuedTask
from tests.house import queue_tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db

POLICY = "Content-Security-Policy"


def test_pages_for_readers_allow_only_scripts_of_our_own(client: Client) -> None:
    policy = client.get("/robots.txt")[POLICY]

    assert {"default-src 'none'", "script-src 'self'"} <= set(policy.split("; "))
    assert "unsafe" not in policy


def test_admin_allows_the_inline_scripts_of_wagtail(client: Client) -> None:
    policy = client.get("/admin/login/")[POLICY]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("address", ["/robots.txt", "/admin/login/"])
def test_only_pages_of_our_own_may_frame_ours(client: Client, address: str) -> None:
    assert "frame-ancestors 'self'" in client.get(address)[POLICY]


def test_reader_gets_no_cookie(client: Client) -> None:
    assert not client.get("/robots.txt").cookies


def test_robots_txt_names_the_sitemap_and_closes_the_admin(client: Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()

    assert "Sitemap: http://localhost/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines


def test_health_is_good_in_an_empty_site(client: Client) -> None:
    tasks = {"oldest_waits_seconds": 0, "given_up": 0, "workers": 0}

    report = client.get("/health/").json()

    assert report.pop("search") in {"ok", "no index"}
    assert report == {"status": "ok", "database": "ok", "tasks": tasks}


def test_health_tells_of_workers_and_waiting_tasks(
    client: Client, run_queue: Callable[[], None]
) -> None:
    queue_tasks.write_line.enqueue("unread", "line")
    QueuedTask.objects.update(enqueued_at=timezone.now() - timedelta(minutes=2))
    LiveWorker.objects.create(pk="worker", seen_at=timezone.now())

    tasks = client.get("/health/").json()["tasks"]

    assert tasks["oldest_waits_seconds"] in range(120, 150)
    assert tasks["workers"] == 1


def test_health_is_bad_while_the_database_is_away(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=DatabaseError):
        assert client.get("/health/").status_code == 503


def test_health_is_never_cached(client: Client) -> None:
    assert "no-store" in client.get("/health/")["Cache-Control"]


@pytest.mark.parametrize("address", ["/robots.txt", "/nl/nothing-here/"])
def test_head_of_a_page_has_its_headers_and_no_body(address: str) -> None:
    full, head = ask("GET", address), ask("HEAD", address)

    assert head.body == b"" != full.body
    assert (head.status, head.headers) == (full.status, full.headers)


class Answer(NamedTuple):
    """What the site hands to the web server: Django's test client drops bodies by itself."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes


def ask(method: str, address: str) -> Answer:
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], *error: object) -> Any:
        started.append((status, headers))

    environ = RequestFactory().generic(method, address).environ
    body = b"".join(WSGIHandler()(environ, start))
    return Answer(*started[0], body)
