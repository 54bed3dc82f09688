"""Which message catalogues are compiled, and from what: `.mo` files are made here from `.po` files.

The compiled files are not in version control, and a bare system has no gettext; so whoever
starts Django calls `compile_catalogues` first. It costs a few file times when nothing changed.
"""

from __future__ import annotations

import os
import tempfile
from itertools import chain
from pathlib import Path

LOCALE_DIR = Path(__file__).resolve().parents[2] / "locale"
# Empty ones, of languages that Django has no texts in: it answers no address in such a language.
EMPTY_LOCALE_DIR = Path(__file__).resolve().parents[1] / "locale"
LOCALE_DIRS = (LOCALE_DIR, EMPTY_LOCALE_DIR)


def compile_catalogues(*directories: Path) -> list[Path]:
    """Compile the catalogues that are missing or older than their source; return those made."""
    made = []
    sources = (each.glob("*/LC_MESSAGES/*.po") for each in directories or LOCALE_DIRS)
    for source in sorted(chain.from_iterable(sources)):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            _compile(source, target)
            made.append(target)
    return made


def _compile(source: Path, target: Path) -> None:
    """Write under another name first: several processes may start at once."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=source.parent.parent.name)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".mo.part")
    with os.fdopen(handle, "wb") as file:
        write_mo(file, catalogue)
    os.chmod(name, 0o644)
    os.replace(name, target)
