"""What the file `.env` of a checkout says; it gets a key where it has none, all else stays.

Read with Python's own means: `make run` looks into the file before anything is installed.
"""

from __future__ import annotations

import os
import re
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEY = re.compile(r"^(?:export )?SECRET_KEY=(.*)$", re.MULTILINE)
DEMO = re.compile(r"^(?:export )?DEMO_CONTENT=", re.MULTILINE)
WITH_DEMO = "DEMO_CONTENT=on"
VARIABLE = re.compile(r"^(?:export )?(\w+)=(['\"]?)(.*)\2$", re.MULTILINE)


def obey(path: Path) -> None:
    """Set what the file sets and the environment does not, as django-environ does."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return
    found = {name: value for name, _quote, value in VARIABLE.findall(text)}
    for name, value in found.items():
        os.environ.setdefault(name, value)


def write_environment_file(path: Path) -> None:
    """Write a key of its own for this checkout where it has none, for nobody else to read."""
    line = f"SECRET_KEY={secrets.token_urlsafe(50)}"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        _add_key(path, line)
        return
    with os.fdopen(handle, "w") as file:
        file.write("# Written once by `make run`; .env.example lists what else can be set.\n")
        file.write(f"{line}\n{WITH_DEMO}\n")


def _add_key(path: Path, line: str) -> None:
    """Set the key in a file that somebody has written, unless it or the environment has one.

    A file without a key has not run yet: it gets the demo, too, unless it has a say in that.
    """
    text = path.read_text(encoding="utf-8")
    found = KEY.search(text)
    if os.environ.get("SECRET_KEY") or (found and found[1].strip(" \t'\"")):
        return
    if found is None:
        text = f"{text.rstrip()}\nSECRET_KEY=\n"
    if not DEMO.search(text):
        text = f"{text.rstrip()}\n{WITH_DEMO}\n"
    path.chmod(0o600)
    path.write_text(KEY.sub(line, text, count=1), encoding="utf-8")
