"""What is wrong with the settings of the search, as `manage.py check` and every command say it.

A warning, since the site searches in its own index until it is put right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register  # noqa: A004

UNREADABLE_CA_FILE = "search.W001"


@register
def check_ca_file(**_options: Any) -> list[CheckMessage]:
    """The client itself says "no such file", and does not say which."""
    name = settings.SEARCH_CA_FILE
    if not (name and settings.SEARCH_URL):
        return []
    try:
        Path(name).open("rb").close()
    except (OSError, ValueError) as error:
        message = f"SEARCH_CA_FILE {name!r} cannot be read, so the search server is not reached: "
        return [Warning(message + str(error), id=UNREADABLE_CA_FILE)]
    return []
