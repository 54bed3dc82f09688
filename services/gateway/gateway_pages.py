"""Which pages belong to the gateway: those whose live source is marked, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.models import ServicePage

if TYPE_CHECKING:
    from wagtail.query import PageQuerySet


def gateway_sources() -> PageQuerySet:
    """The live sources that their editors marked."""
    sources = ServicePage.objects.sources().live()
    return sources.filter(is_gateway_page=True, alias_of__isnull=True)


def gateway_pages() -> PageQuerySet:
    """All live languages of them, private pages among them: they are marked all the same."""
    keys = gateway_sources().values("translation_key")
    pages = ServicePage.objects.live().filter(alias_of__isnull=True)
    return pages.filter(translation_key__in=keys)
