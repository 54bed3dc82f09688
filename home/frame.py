"""What stands around every public page: the site's name, menus, languages and the footer.

Every part is computed when a template asks for it, and at most once for a response; the admin's
templates, which get the same context, never ask.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.languages import (
    ENGLISH,
    languages_with_front_page,
    links_in_all_languages,
    untranslated_url,
)
from home.missing import is_missing
from home.models import HomePage, StandardPage
from home.surroundings import surroundings
from services.models.reading import Words
from services.presentation.addresses import absolute
from services.presentation.page_links import PageLink
from services.presentation.views import view_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from home.surroundings import Surroundings
    from services.presentation.language_links import LanguageLink
    from services.presentation.page_view import PageView


class Frame:
    """The frame of one response; its public names are those that base.html expects."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def site_name(self) -> Words:
        return self._around.pages.name or Words(settings.WAGTAIL_SITE_NAME)

    @cached_property
    def tagline(self) -> Words:
        return self._around.pages.tagline

    @cached_property
    def home_url(self) -> str:
        return self._around.home_url

    @cached_property
    def search_url(self) -> str:
        return self._around.search_url

    @cached_property
    def suggest_url(self) -> str:
        return self._around.suggest_url

    @cached_property
    def description(self) -> str:
        """What the page says of itself to search engines, else its summary or tagline."""
        names = ("search_description", "summary", "tagline")
        texts = (getattr(self._page, name, "") for name in names)
        return next(filter(None, texts), "")

    @cached_property
    def canonical_url(self) -> str:
        """The address on the registered host, without a query."""
        if self._view:
            return absolute(self._own_url) if self._own_url else ""
        return absolute(self._request.path) if self._is_list else ""

    @cached_property
    def alternates(self) -> list[dict[str, str]]:
        """The live languages; none of what is searched for, which no engine shall index."""
        if self._request.path == self.search_url or not self._addresses:
            return []
        live = self._addresses if self._view else languages_with_front_page()
        return [
            {"language": code, "url": absolute(url)}
            for code, url in self._addresses.items()
            if code in live
        ]

    @cached_property
    def x_default_url(self) -> str:
        """For readers of other languages: English where it is live, else the source."""
        urls = {alternate["language"]: alternate["url"] for alternate in self.alternates}
        source = self._view.reading.source_language if self._view else settings.LANGUAGE_CODE
        return urls.get(ENGLISH) or urls.get(source) or ""

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """This page in each language; where it is not translated, a page that says so."""
        urls = {code: self._elsewhere(code) for code, _name in settings.LANGUAGES}
        return links_in_all_languages({**urls, **self._addresses}, self._language)

    @cached_property
    def main_navigation(self) -> list[dict[str, Any]]:
        kind = getattr(self._page, "kind", "") or self._role
        return [
            {
                "title": entry.title,
                "url": entry.url,
                "is_current": kind in entry.kinds or entry.url == self._request.path,
            }
            for entry in self._around.menu
        ]

    @cached_property
    def breadcrumbs(self) -> list[PageLink]:
        """From the front page over the main topic to this page; or to the list of the menu."""
        if not self._view:
            current = [each for each in self.main_navigation if each["is_current"]]
            lists = [PageLink(each["title"], each["url"]) for each in current]
            return [PageLink(_("Home"), self.home_url), *lists]
        if isinstance(self._page, HomePage):
            return []
        own = PageLink(self._view.title, self._own_url)
        return [PageLink(_("Home"), self.home_url), *self._view.path, own]

    @property
    def contact_pages(self) -> list[PageLink]:
        """Where readers who do not find something can ask."""
        return self._around.pages.with_roles(StandardPage.Role.CONTACT)

    @cached_property
    def footer_columns(self) -> list[dict[str, Any]]:
        return self._around.footer_columns

    @cached_property
    def _language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def _around(self) -> Surroundings:
        return surroundings(self._language, self._request)

    @cached_property
    def _page(self) -> Any:
        return getattr(self._request, "served_page", None)

    @cached_property
    def _view(self) -> PageView | None:
        return view_of(self._page, self._request) if self._page else None

    @property
    def _role(self) -> str:
        """What a standard page is about; a fact, and so the source's."""
        if self._view and isinstance(self._page, StandardPage):
            return str(self._view.reading.fact("role"))
        return ""

    @cached_property
    def _own_url(self) -> str:
        return self._page.get_url(self._request) or ""

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """This page, or this list, in each language in which it is; none for what is not found."""
        if self._view:
            return {version.language: version.url for version in self._view.versions}
        path = self._request.path if self._is_list else ""
        return {code: translate_url(path, code) for code, _name in settings.LANGUAGES if path}

    @cached_property
    def _is_list(self) -> bool:
        """Whether the address is no page's, and leads somewhere all the same."""
        match = self._request.resolver_match
        is_ours = match is not None and match.url_name != "wagtail_serve"
        return is_ours and not is_missing(self._request)

    def _elsewhere(self, language: str) -> str:
        """Where the language navigation leads if this page does not exist in the language."""
        if self._page:
            return untranslated_url(self._page.translation_key, language)
        return translate_url(self.home_url, language)
