"""How a test starts real processes of the site on the database of the test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]


def environment(settings_module: str = "tests.process_settings") -> dict[str, str]:
    """Return the environment in which another process sees this test's data."""
    return {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": settings_module,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        "TEST_VAR_DIR": str(settings.VAR_DIR),
    }


def database_url() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    user, password = (quote(database[key], safe="") for key in ("USER", "PASSWORD"))
    host, port = quote(database["HOST"], safe=""), database["PORT"] or 5432
    return f"postgres://{user}:{password}@{host}:{port}/{database['NAME']}"


def start(
    *arguments: str, settings_module: str = "tests.process_settings"
) -> subprocess.Popen[str]:
    """Start `python <arguments>`; the caller ends it."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(settings_module),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_until(condition: Callable[[], object], *, seconds: float = 30) -> None:
    """Ask again until the condition holds; fail at the deadline."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"still not so after {seconds} s")
        time.sleep(0.02)
