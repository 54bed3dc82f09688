"""What every template knows about this installation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def installation(request: HttpRequest) -> dict[str, Any]:
    return {"demo_notice": settings.DEMO_CONTENT, "site_theme": settings.SITE_THEME}
