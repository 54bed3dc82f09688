"""In which languages does a page exist, and which of them suits a reader best?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from home.models import HomePage
from services.language.formats import direction
from services.presentation.language_links import LanguageLink
from services.presentation.page_links import PageLinks

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from django.http import HttpRequest

    from services.presentation.page_links import Version

ENGLISH = "en"


def versions_of(translation_key: UUID, request: HttpRequest | None = None) -> list[Version]:
    """The live pages with this key, in the order of the site's languages."""
    return PageLinks((), "", request, own=translation_key).versions()


def languages_with_front_page() -> list[str]:
    """The languages of the site whose front page is live."""
    live = set(HomePage.objects.live().values_list("locale__language_code", flat=True))
    return [code for code, _name in settings.LANGUAGES if code in live]


def untranslated_url(translation_key: UUID, language: str) -> str:
    """Where readers of a language are told that a page is not in it."""
    with translation.override(language):
        return reverse("untranslated", args=[translation_key])


def links_in_all_languages(urls: dict[str, str], current: str) -> list[LanguageLink]:
    """An entry for each of the languages that has an address."""
    return [
        LanguageLink(code, str(name), urls[code], direction(code), code == current)
        for code, name in settings.LANGUAGES
        if code in urls
    ]


def best_language(request: HttpRequest, available: Collection[str]) -> str:
    """The language that the reader's browser prefers among those available.

    Else the site's first language, else English, else any; one that the reader refuses (quality 0)
    only where there is no other. No cookie is asked.
    """
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    wanted = [code for code, quality in accepted if quality]
    refused = {code for code, quality in accepted if not quality}
    preferred = [each for code in wanted for each in (code, code.partition("-")[0])]
    order = [*preferred, settings.LANGUAGE_CODE, ENGLISH, *sorted(available)]
    ordered = sorted(order, key=refused.__contains__)
    return next((code for code in ordered if code in available), "")
