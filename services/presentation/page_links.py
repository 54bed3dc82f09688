"""Where does a link to a page lead, and what does it say, for readers of one language?

A link goes to the page in the reader's language; where there is none, to the page that the editor
chose, which then says its title under its own language. What is not live and public is not linked:
a title may say what only some may know.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, Q
from wagtail.models import Page, PageViewRestriction

from services.models.reading import Words, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.http import HttpRequest
    from wagtail.query import PageQuerySet

NEEDED = ("title", "url_path", "translation_key", "path", "depth", "locale", "content_type")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page; ``language`` is that of the page where it is not the reader's."""

    title: Words | str
    url: str
    description: Words | str = ""
    tag: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A live page in one of its languages."""

    language: str
    title: str
    url: str


class PageLinks:
    """The pages that were chosen by key, each in the reader's language, all in one query."""

    def __init__(
        self,
        keys: Iterable[int],
        language: str,
        request: HttpRequest | None,
        *,
        path: str = "",
        own: UUID | None = None,
    ) -> None:
        self._keys = set(keys)
        self._path = path
        self._own = own
        self._language = language
        self._request = request

    def of(self, keys: Iterable[int]) -> list[PageLink]:
        """The links to those of the pages that are live, in the order of the keys."""
        return [link for key in keys if (link := self.get(key))]

    def get(self, key: int) -> PageLink | None:
        chosen = self._by_key.get(key)
        return self._link(chosen) if chosen else None

    def at_path(self) -> PageLink | None:
        """The link to the page at the tree path that was asked for."""
        found = [page for page in self._pages if page.path == self._path]
        return self._link(found[0]) if found else None

    def versions(self) -> list[Version]:
        """The live languages of the page itself, in the order of the site's languages."""
        found = {
            page.locale.language_code: page
            for page in self._pages
            if page.translation_key == self._own
        }
        return [
            Version(code, found[code].title, found[code].get_url(self._request) or "")
            for code, _name in settings.LANGUAGES
            if code in found
        ]

    def _link(self, chosen: Page) -> PageLink:
        page = self._in_language.get(chosen.translation_key, chosen)
        return link_to(page, self._language, self._request)

    @cached_property
    def _pages(self) -> list[Page]:
        wanted = Q(pk__in=self._keys)
        if self._path:
            wanted |= Q(path=self._path)
        keys = Page.objects.filter(wanted).values("translation_key")
        named = Q(translation_key__in=keys)
        if self._own:
            named |= Q(translation_key=self._own)
        live = Page.objects.live().filter(named, alias_of__isnull=True)
        found = live.select_related("locale").only(*NEEDED, "locale__language_code")
        return self._open_to_reader(list(found))

    def _open_to_reader(self, pages: list[Page]) -> list[Page]:
        """The public pages; who reads a private one may know its other languages, too."""
        restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
        closed = tuple(restricted)
        private = {page.pk for page in pages if page.path.startswith(closed)}
        own = [page for page in pages if page.translation_key == self._own]
        if any(page.pk in private and page.locale.language_code == self._language for page in own):
            private -= {page.pk for page in own}
        return [page for page in pages if page.pk not in private]

    @cached_property
    def _by_key(self) -> dict[int, Page]:
        return {page.pk: page for page in self._pages}

    @cached_property
    def _in_language(self) -> dict[Any, Page]:
        return {
            page.translation_key: page
            for page in self._pages
            if page.locale.language_code == self._language
        }


def link_to(page: Page, language: str, request: HttpRequest | None, tag: str = "") -> PageLink:
    """A link to this very page."""
    own = page.locale.language_code
    return PageLink(
        words_in(page.title, own, language),
        page.get_url(request) or "",
        words_in(getattr(page, "summary", ""), own, language),
        tag,
        "" if own == language else own,
    )


def each_once(pages: PageQuerySet, language: str) -> list[Any]:
    """Of each live and public page the version in the language, else the source, in its order.

    ``pages`` may be of any kind that is written in one language and translated into others.
    """
    found = list(
        pages.live()
        .public()
        .filter(Q(locale__language_code=language) | Q(locale_id=F("source_locale_id")))
        .select_related("locale")
        .order_by("path")
    )
    own = {page.translation_key: page for page in found if page.locale.language_code == language}
    sources = [page for page in found if page.is_source]
    return [own.get(page.translation_key, page) for page in sources]
