"""What `make run` does once everything is installed: prepare what is missing, then serve.

It loads nothing of Django: whatever needs it is started as a process of its own.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import environ

from config.address import name_in_address
from config.environment_file import write_environment_file
from config.preflight import port_problem
from config.supervisor import Child, Supervisor

if TYPE_CHECKING:
    from collections.abc import Iterator

# A proxy of the environment does not reach this machine's own server.
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
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
    "SITE_COUNTRY",
    "SITE_THEME",
    "VAR_DIR",
)
LOG_INS = ("editor", "translator-en", "translator-de", "reviewer", "administrator")
DEMO = ("load_demo", "--once")
DEMO_IS_INCOMPLETE = (
    "The demo is incomplete, for the reasons above; the site starts all the same. "
    "`.venv/bin/python manage.py load_demo` tries again."
)
PASSWORD = "portolan-demo"  # noqa: S105 # Everybody may know it: the demo holds no secrets.


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # A terminal is for what needs a hand.
    write_environment_file(ROOT / ".env")
    environ.Env.read_env(ROOT / ".env")
    insist_on_port()  # The file may name another than make has looked at …
    prepare()
    insist_on_port()  # … and somebody else may have taken it in the meantime.
    server = Child([sys.executable, "-m", "gunicorn"])
    worker = Child([sys.executable, "manage.py", "worker"], is_replaced=True)
    return Supervisor(server, worker).run(on_tick=Announcement().make_once)


def insist_on_port() -> None:
    if problem := port_problem():
        sys.exit(problem)


def prepare() -> None:
    """Bring data, index and files in line with the code, unless nothing changed since."""
    stamp = var_dir() / "prepared"
    state = fingerprint()
    if stamp.exists() and stamp.read_text() == state and _database_stands():
        return
    for words, arguments in steps():
        print(f"{words} …", flush=True)
        status = manage(*arguments)
        if status and arguments != DEMO:
            sys.exit(status)
        if status:
            print(DEMO_IS_INCOMPLETE, file=sys.stderr, flush=True)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(state)


def steps() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Bringing the database up to date", ("migrate", "--noinput", "--verbosity=0")
    yield "Loading the code lists", ("load_code_lists",)
    if has_demo():
        yield "Loading the demo", DEMO
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


def has_demo() -> bool:
    return environ.Env().bool("DEMO_CONTENT", False)


def var_dir() -> Path:
    return Path(os.environ.get("VAR_DIR", ROOT / "var"))


class Announcement:
    """Says where the site is, as soon as it answers."""

    def __init__(self) -> None:
        name = name_in_address(os.environ.get("HOST", "127.0.0.1"))
        self.address = f"http://{name}:{os.environ.get('PORT', '8000')}"
        self.is_made = False

    def make_once(self) -> None:
        if not self.is_made and self._site_answers():
            self.is_made = True
            print(self.words(), flush=True)

    def words(self) -> str:
        lines = [
            "",
            f"  The site:     {self.address}/",
            f"  For editors:  {self.address}/admin/",
            "",
            *(self._demo_log_ins() if has_demo() else self._first_log_in()),
            "",
            "  Ctrl-C ends server and worker.",
            "",
        ]
        return "\n".join(lines)

    def _demo_log_ins(self) -> Iterator[str]:
        yield f"  Log in with the password {PASSWORD} as one of:"
        yield from (f"    {name}" for name in LOG_INS)

    def _first_log_in(self) -> Iterator[str]:
        yield "  To make a log-in:  .venv/bin/python manage.py createsuperuser"

    def _site_answers(self) -> bool:
        try:
            with DIRECTLY.open(f"{self.address}/health/", timeout=1):
                return True
        except (urllib.error.URLError, OSError):
            return False


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
        return Path(url.removeprefix("sqlite:///")).exists()
    return manage("migrate", "--check", "--verbosity=0") == 0


if __name__ == "__main__":
    sys.exit(main())
