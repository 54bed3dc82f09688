"""The settings are safe in public, and every variable that they read is explained."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "site" / "config" / "settings"
READ = re.compile(r"""env\.\w+\(\s*"([A-Z_]+)\"""")
KEY = "k" * 30 + "0123456789-abcdefghij-ABCDEFGHIJ"


def variables() -> list[str]:
    return sorted(
        {name for path in SETTINGS.glob("*.py") for name in READ.findall(path.read_text())}
    )


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    ours = {*variables(), "DJANGO_ALLOW_ASYNC_UNSAFE"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_deployment_check_finds_nothing() -> None:
    result = manage(
        "check",
        "--deploy",
        "--fail-level=WARNING",
        DJANGO_SETTINGS_MODULE="config.settings.production",
        SECRET_KEY=KEY,
        BASE_URL="https://services.example",
    )

    assert result.returncode == 0, result.stderr


def test_missing_secret_stops_the_start_and_says_so() -> None:
    result = manage("check", DJANGO_SETTINGS_MODULE="config.settings.production", SECRET_KEY="")

    assert result.returncode != 0
    assert "The environment variable SECRET_KEY is missing." in result.stderr


def test_missing_address_stops_the_start_in_production() -> None:
    result = manage("check", DJANGO_SETTINGS_MODULE="config.settings.production", SECRET_KEY=KEY)

    assert "Set the BASE_URL environment variable" in result.stderr


@pytest.mark.parametrize("name", variables())
@pytest.mark.parametrize("document", [".env.example", "README.md"])
def test_variable_is_explained(name: str, document: str) -> None:
    assert re.search(rf"\b{name}\b", (ROOT / document).read_text())


@pytest.mark.parametrize("name", [path.name for path in SETTINGS.glob("[a-z]*.py")])
def test_settings_stay_short(name: str) -> None:
    limit = 250 if name == "base.py" else 40

    assert len((SETTINGS / name).read_text().splitlines()) <= limit


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="speaks of SQLite")
def test_sqlite_writes_ahead_and_locks_at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        (mode,) = cursor.fetchone()

    assert mode == "wal"
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
