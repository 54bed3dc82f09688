"""What is each kind of page called, on the page itself and wherever it is found?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

NAMES = {
    "information": _("Information"),
    "procedure": _("Service"),
    "assistance": _("Help and advice"),
    "authority": _("Authority"),
    "topic": _("Topic"),
    "life_event": _("Life event"),
}


def kind_of(page: Any) -> str:
    """The kind of a page in the reader's words."""
    return str(NAMES.get(getattr(page, "kind", ""), ""))
