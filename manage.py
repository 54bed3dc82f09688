#!/usr/bin/env python
"""The site's command line: runs every administrative task."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def main() -> None:
    # `site/` is a source root, not a package: see docs/decisions/0001-site-folder.md.
    sys.path.insert(0, str(ROOT / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")

    try:
        _execute()
    except KeyboardInterrupt:
        sys.exit(130)  # What shells say of a program that Ctrl-C has ended; no traceback is needed.


def _execute() -> None:
    from django.core.management import execute_from_command_line

    from config.catalogues import compile_catalogues

    compile_catalogues()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
