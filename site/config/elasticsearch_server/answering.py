"""Does a search server answer?"""

from __future__ import annotations

import os
import ssl
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

HEALTH = "/_cluster/health?wait_for_status=yellow&timeout=5s"
SECONDS_TO_START = 300.0  # A quiet machine takes 15, a busy one more than two minutes.
SECONDS_FOR_GIVEN = 10.0
INTERVAL = 0.1
ASKS_FOR_LOG_IN = {401, 403}


class UnavailableError(Exception):
    """There is no search server for tests, and this says why."""


def wait_until_answers(
    url: str, *, seconds: float, is_running: Callable[[], bool] = lambda: True
) -> None:
    """Return when the server is healthy; raise UnavailableError when it ends or time is up."""
    deadline = time.monotonic() + seconds
    while not answers(url):
        if not is_running():
            raise UnavailableError(f"The search server at {_without_log_in(url)} has ended.")
        if time.monotonic() > deadline:
            raise UnavailableError(f"No search server answers at {_without_log_in(url)}.")
        time.sleep(INTERVAL)


def answers(url: str) -> bool:
    """Say whether a healthy server is there, or at least one that asks for a log-in."""
    try:
        with _opener().open(_without_log_in(url) + HEALTH, timeout=10):
            return True
    except urllib.error.HTTPError as refusal:
        return refusal.code in ASKS_FOR_LOG_IN
    except (OSError, HTTPException):
        return False


def _opener() -> urllib.request.OpenerDirector:
    """A proxy of the environment does not reach this machine's own server."""
    context = ssl.create_default_context(cafile=os.environ.get("SEARCH_CA_FILE") or None)
    return urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
    )


def _without_log_in(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl().rstrip("/")
