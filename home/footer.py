"""What stands at the foot of every page: the standard pages by role, and the way to Your Europe."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from home.models import StandardPage
from services.presentation.page_links import PageLink

if TYPE_CHECKING:
    from home.site_pages import SitePages

YOUR_EUROPE = "https://europa.eu/youreurope/index_%s.htm"
Role = StandardPage.Role


def footer_columns(pages: SitePages, language: str) -> list[dict[str, Any]]:
    columns = [
        (
            _("About this website"),
            pages.with_roles(Role.ABOUT, Role.ACCESSIBILITY, Role.PRIVACY, Role.OTHER),
        ),
        (_("Help and contact"), pages.with_roles(Role.CONTACT, Role.RIGHTS)),
        (_("Your Europe"), _gateway_links(language)),
    ]
    return [
        {"heading": heading, "links": [_entry(link) for link in links]}
        for heading, links in columns
        if links
    ]


def _entry(link: PageLink) -> dict[str, str]:
    return {"title": str(link.title), "url": link.url, "lang": getattr(link.title, "lang", "")}


def _gateway_links(language: str) -> list[PageLink]:
    links = [PageLink(_("The Your Europe portal"), YOUR_EUROPE % language)]
    with suppress(NoReverseMatch):
        links.append(PageLink(_("All our pages for Your Europe"), reverse("gateway:index")))
    return links
