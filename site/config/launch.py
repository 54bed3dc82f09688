"""What `make run` does once everything is installed: prepare what is missing, then serve.

It loads nothing of Django: whatever needs it is started as a process of its own.
"""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import environ

from config.address import name_in_address
from config.environment_file import write_environment_file
from config.preflight import port_problem
from config.preparation import ROOT, has_demo, prepare
from config.supervisor import Child, Supervisor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A proxy of the environment does not reach this machine's own server.
DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
LOG_INS = ("editor", "translator-en", "translator-de", "reviewer", "administrator")
INTERRUPTED = 130  # What shells say of a program that Ctrl-C has ended.
PASSWORD = "portolan-demo"  # noqa: S105 # Everybody may know it: the demo holds no secrets.


def main() -> int:
    try:
        read_settings(ROOT / ".env")
        prepare()
    except KeyboardInterrupt:
        return INTERRUPTED
    insist_on_port()  # Somebody else may have taken it in the meantime.
    server = Child([sys.executable, "-m", "gunicorn"])
    worker = Child([sys.executable, "manage.py", "worker"], is_replaced=True)
    return Supervisor(server, worker).run(on_tick=Announcement().make_once)


def read_settings(file: Path) -> None:
    """Let the environment win over the file, and the file over what a run sets by itself."""
    write_environment_file(file)
    environ.Env.read_env(file)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # A terminal is for what needs a hand.


def insist_on_port() -> None:
    if problem := port_problem():
        sys.exit(problem)


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


if __name__ == "__main__":
    sys.exit(main())
