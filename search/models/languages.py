"""Which languages can something that search editors write be in?"""

from __future__ import annotations

from django.conf import settings


def content_languages() -> list[tuple[str, str]]:
    """Return the site's languages, each with its own name for itself."""
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


def language_name(code: str) -> str:
    return dict(content_languages()).get(code, code)
