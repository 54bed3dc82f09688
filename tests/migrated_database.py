"""What does every test find in the database? What migrations have made, and nothing else.

SQLite's migrated database is kept between runs, so that a run need not migrate from nothing. The
copy is named after all migrations; migrations still run on it, and find nothing to do. A test that
commits gives the database back as it was migrated, too: Django would leave it empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.sqlite3.creation import DatabaseCreation
from django.test import TransactionTestCase

KEPT_IN = Path(__file__).resolve().parents[1] / "var" / "test-databases"

# Where PostgreSQL keeps the rows that migrations made.
SCHEMA = "migrated"
MOST_TRIES = 40  # A quarter of a second each.

_create_empty = DatabaseCreation._create_test_db


def install() -> None:
    """Let SQLite test databases begin as a copy of the kept one, where there is one."""
    DatabaseCreation._create_test_db = _create_from_kept
    TransactionTestCase._fixture_teardown = _give_back


def keep() -> None:
    """Keep what was just migrated; SQLite's files of older migrations go."""
    if connection.vendor == "postgresql":
        _keep_rows()
    elif not kept().exists():
        _keep_file()


def _keep_rows() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}")
        for table in _tables():
            cursor.execute(f'CREATE TABLE {SCHEMA}."{table}" AS TABLE "{table}"')


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def _keep_file() -> None:
    KEPT_IN.mkdir(parents=True, exist_ok=True)
    copy = kept().with_suffix(f".{os.getpid()}")
    with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"])) as database:
        database.execute("VACUUM INTO ?", [str(copy)])
    for old in KEPT_IN.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    copy.replace(kept())


@cache
def kept() -> Path:
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(f"{config.label}/{file.name}".encode())
            digest.update(file.read_bytes())
    return KEPT_IN / f"{digest.hexdigest()[:32]}.sqlite3"


def _create_from_kept(self: DatabaseCreation, *args: Any, **kwargs: Any) -> str:
    name = _create_empty(self, *args, **kwargs)
    if kept().exists():
        shutil.copyfile(kept(), name)
    return name


class _Patience:
    """Gives up where another connection goes on reading, for which SQLite would wait for ever."""

    def __init__(self) -> None:
        self._tries = 0

    def __call__(self, status: int, _remaining: int, _total: int) -> None:
        self._tries += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if self._tries > MOST_TRIES:
            raise TimeoutError("Somebody still reads the database")


def _give_back(self: TransactionTestCase) -> None:
    """Bring back what was migrated; that one row refers to another is looked at in the end."""
    if connection.vendor == "postgresql":
        tables = _tables()
        deleted = [f'DELETE FROM "{table}"' for table in tables]  # noqa: S608
        written = [f'INSERT INTO "{table}" TABLE {SCHEMA}."{table}"' for table in tables]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("; ".join([*deleted, *written]))
    else:
        connection.ensure_connection()
        file = f"file:{kept()}?mode=ro"
        with contextlib.closing(sqlite3.connect(file, uri=True)) as migrated:
            migrated.backup(connection.connection, progress=_Patience())
