"""What is the site called in a language, and where are its standard pages?

All in one query. What is not translated is named in its source's words, under their language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from wagtail.models import Page

from home.models import HomePage, StandardPage
from services.models.reading import NO_WORDS, Words, words_in
from services.presentation.page_links import PageLink, link_to

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class SitePages:
    """The names of the site and the links to its standard pages by role."""

    name: Words
    tagline: Words
    standard: list[tuple[str, PageLink]]

    def with_roles(self, *roles: str) -> list[PageLink]:
        """The links to the pages of these roles, in the order of the roles."""
        return [link for role in roles for own, link in self.standard if own == role]


def site_pages(language: str, request: HttpRequest) -> SitePages:
    """What there is in a language; its addresses are those for the host that was asked.

    The source's row says which page it is; the language's own row, how it is called.
    """
    pages = _each_once(language)
    standard = [
        (source.role, link_to(page, language, request)) for page, source in pages if source.role
    ]
    home = next((page for page, source in pages if source.role is None), None)
    if home is None:
        return SitePages(NO_WORDS, NO_WORDS, standard)
    own = home.locale.language_code
    name, tagline = (words_in(text, own, language) for text in (home.title, home.home_tagline))
    return SitePages(name, tagline, standard)


def _each_once(language: str) -> list[tuple[Any, Any]]:
    """The live pages as they read in the language, each with its source.

    Even where only some may read the front page, everybody may know how the site is called.
    """
    is_open = Q(homepage__isnull=False) | ~Page.objects.all().private_q()
    source = Coalesce("homepage__source_locale_id", "standardpage__source_locale_id")
    # Their own tables are small and say which pages these are; without, all pages would be read.
    keys = [model.objects.order_by().values("page_ptr") for model in (HomePage, StandardPage)]
    found = list(
        Page.objects.live()
        .filter(is_open, pk__in=keys[0].union(keys[1]))
        .annotate(
            source_language=source,
            home_tagline=F("homepage__tagline"),
            role=F("standardpage__role"),
        )
        .filter(source_language__isnull=False)
        .filter(Q(locale__language_code=language) | Q(locale_id=F("source_language")))
        .select_related("locale")
        .order_by("path")
    )
    own = {page.translation_key: page for page in found if page.locale.language_code == language}
    sources = [page for page in found if page.locale_id == page.source_language]
    return [(own.get(page.translation_key, page), page) for page in sources]
