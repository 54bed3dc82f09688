"""Who administers the site: superusers, and the members of one group."""

from __future__ import annotations

from typing import Any

ADMINISTRATORS = "Administrators"


def is_administrator(user: Any) -> bool:
    """Whether authorities, codes, territories and everything shared are the user's business."""
    if not user.is_active:
        return False
    return user.is_superuser or user.groups.filter(name=ADMINISTRATORS).exists()
