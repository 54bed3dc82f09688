"""What do readers learn of a page that is not in their language yet?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings

from home.languages import (
    ENGLISH,
    links_in_all_languages,
    untranslated_url,
    versions_of,
)
from services.models.reading import words_in

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest

    from services.presentation.page_links import Version


@dataclass(frozen=True, slots=True)
class UntranslatedPage:
    """``own_url`` is the page's address where it has been translated in the meantime."""

    own_url: str
    context: dict[str, Any]


def untranslated_page(
    key: UUID, language: str, request: HttpRequest | None = None
) -> UntranslatedPage | None:
    """None where there is no such page in any language."""
    versions = versions_of(key, request)
    if not versions:
        return None
    urls = {version.language: version.url for version in versions}
    named = _named_in(versions)
    everywhere = {code: untranslated_url(key, code) for code, _name in settings.LANGUAGES} | urls
    context = {
        "name": words_in(named.title, named.language, language),
        "page_title": named.title,
        "available": links_in_all_languages(urls, language),
        "languages": links_in_all_languages(everywhere, language),
        "alternates": [],
        "x_default_url": "",
        "canonical_url": "",
    }
    return UntranslatedPage(urls.get(language, ""), context)


def _named_in(versions: list[Version]) -> Version:
    """The version whose title most readers understand: English, else the site's first language."""
    order = (ENGLISH, settings.LANGUAGE_CODE)
    by_language = {version.language: version for version in versions}
    return next((by_language[code] for code in order if code in by_language), versions[0])
