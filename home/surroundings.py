"""What stands around all pages of a language: the site's name, its menu, its foot and its search?

All of it is kept for a while, since every page asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from home.footer import footer_columns
from home.models import StandardPage
from home.site_pages import site_pages
from services.presentation.kept import Kept

if TYPE_CHECKING:
    from django.http import HttpRequest

    from home.site_pages import SitePages

BELOW_TOPICS = ("topic", "information", "procedure", "assistance")


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the main menu; `kinds` are those of the pages that it is the way to."""

    title: str
    url: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a language has around its pages, the same for each page and each reader."""

    pages: SitePages
    menu: list[MenuEntry]
    footer_columns: list[dict[str, Any]]
    home_url: str
    search_url: str
    suggest_url: str


def surroundings(language: str, request: HttpRequest) -> Surroundings:
    """What there is in a language, which is the active one; addresses are those for the host."""
    return _kept.of((language, request.get_host(), get_script_prefix()), request)


def _make(key: tuple[str, str, str], request: HttpRequest) -> Surroundings:
    language, _host, _prefix = key
    pages = site_pages(language, request)
    return Surroundings(
        pages,
        _menu(pages),
        footer_columns(pages, language),
        home_url=reverse("wagtail_serve", args=[""]),
        search_url=reverse("search:results"),
        suggest_url=reverse("search:suggestions"),
    )


def _menu(pages: SitePages) -> list[MenuEntry]:
    role = StandardPage.Role.CONTACT
    return [
        MenuEntry(_("Topics"), reverse("topics"), BELOW_TOPICS),
        MenuEntry(_("Life events"), reverse("life_events"), ("life_event",)),
        MenuEntry(_("A to Z"), reverse("a_to_z"), ()),
        *(MenuEntry(_("Contact"), link.url, (role,)) for link in pages.with_roles(role)[:1]),
    ]


_kept = Kept(_make)
