"""What `make run` brings in line with the code before it serves: data, index and files.

It loads nothing of Django: whatever needs it is started as a process of its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import environ

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("site", "home", "services", "search", "locale", "requirements.txt")
# What the preparation depends on besides the sources; another value prepares again.
SETTINGS = (
    "DATABASE_URL",
    "DEMO_CONTENT",
    "DJANGO_SETTINGS_MODULE",
    "LANGUAGES",
    "LANGUAGE_CODE",
    "SEARCH_INDEX_DIR",
    "SEARCH_INDEX_PREFIX",
    "SEARCH_URL",
    "SITE_COUNTRY",
    "SITE_THEME",
    "VAR_DIR",
)
DEMO = ("load_demo", "--once")
DEMO_IS_INCOMPLETE = (
    "The demo is incomplete, for the reasons above; the site starts all the same. "
    "`.venv/bin/python manage.py load_demo` tries again."
)


def prepare() -> None:
    """Bring data, index and files in line with the code, unless nothing changed since."""
    stamp = var_dir() / "prepared"
    with _alone():
        state = fingerprint()
        if stamp.exists() and stamp.read_text() == state and all_stands():
            return
        for words, arguments in steps():
            print(f"{words} …", flush=True)
            status = manage(*arguments)
            if status and arguments != DEMO:
                sys.exit(status)
            if status:
                print(DEMO_IS_INCOMPLETE, file=sys.stderr, flush=True)
        stamp.write_text(state)


def steps() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Bringing the database up to date", ("migrate", "--noinput", "--verbosity=0")
    yield "Loading the code lists", ("load_code_lists",)
    if has_demo():
        yield "Loading the demo", DEMO
    yield "Loading synonyms to begin with", ("load_synonyms",)
    yield "Building the search index", ("rebuild_index",)
    yield "Collecting static files", ("collectstatic", "--noinput", "--verbosity=0")


def manage(*arguments: str) -> int:
    return subprocess.run([sys.executable, "manage.py", *arguments], check=False).returncode


def fingerprint() -> str:
    """Return what all that the preparation depends on comes down to."""
    settings = {name: os.environ.get(name) for name in SETTINGS}
    digest = hashlib.sha256(repr(settings).encode())
    for path in _source_files():
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def all_stands() -> bool:
    """Say whether what an earlier run made is still there: somebody may have cleared it away."""
    index = Path(os.environ.get("SEARCH_INDEX_DIR", var_dir() / "search-index"))
    files = (index / "current", var_dir() / "static" / "staticfiles.json")
    return all(file.exists() for file in files) and _database_stands()


def has_demo() -> bool:
    return environ.Env().bool("DEMO_CONTENT", False)


def var_dir() -> Path:
    return Path(os.environ.get("VAR_DIR", ROOT / "var"))


@contextmanager
def _alone() -> Iterator[None]:
    """Wait while another run prepares the same data, and find them ready afterwards."""
    var_dir().mkdir(parents=True, exist_ok=True)
    with (var_dir() / "preparing.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another run that prepares the site …", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        top = ROOT / name
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in files if path.is_file() and not _is_derived(path))


def _is_derived(path: Path) -> bool:
    return path.suffix in {".mo", ".pyc", ".part"} or "node_modules" in path.parts


def _database_stands() -> bool:
    url = os.environ.get("DATABASE_URL", f"sqlite:///{ROOT / 'db.sqlite3'}")
    if url.startswith("sqlite:///"):
        return _is_migrated(Path(url.removeprefix("sqlite:///")))
    return manage("migrate", "--check", "--verbosity=0") == 0


def _is_migrated(path: Path) -> bool:
    """A file alone says nothing: whoever opens a missing database makes an empty one."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("SELECT 1 FROM django_migrations LIMIT 1").fetchone())
    except sqlite3.Error:
        return False
