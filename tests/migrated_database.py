"""Keeps a migrated SQLite database between runs, so that a run need not migrate from nothing.

The copy is named after all migrations; migrations still run on it, and find nothing to do.
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
from django.db import connection
from django.db.backends.sqlite3.creation import DatabaseCreation

KEPT_IN = Path(__file__).resolve().parents[1] / "var" / "test-databases"

_create_empty = DatabaseCreation._create_test_db


def install() -> None:
    """Let SQLite test databases begin as a copy of the kept one, where there is one."""
    DatabaseCreation._create_test_db = _create_from_kept


def keep() -> None:
    """Keep the database that was just migrated; others of older migrations go."""
    if connection.vendor != "sqlite" or kept().exists():
        return
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
