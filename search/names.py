"""What are topics, authorities and areas called in the reader's language?

Names are read for the values that are counted or chosen, with the same number of queries however
many they are, and kept for a while. What is unknown, or not published in the language, has no
name and is not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils.translation import gettext as _
from wagtail.models import Page

from search.areas import is_local, national_area
from search.places import Place, places_with
from services.models import AuthorityPage, TopicPage
from services.presentation.kept import KeptEach

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from wagtail.query import PageQuerySet

NAMED_PAGES = {"topic": TopicPage, "authority": AuthorityPage}


class Names:
    """The names of the values of the facets that have no fixed values."""

    def __init__(self, values: Mapping[str, Iterable[str]], language: str) -> None:
        """Read the names of these values, by facet."""
        keys = ((language, key) for facet in NAMED_PAGES for key in values.get(facet, ()))
        self._titles = {key: title for (_, key), title in _kept.of(keys).items()}
        self._places = places_with(filter(is_local, values.get("area", ())))

    def of(self, facet: str, value: str) -> str:
        """Return the name of a value; empty where it has none."""
        if facet in NAMED_PAGES:
            return self._titles.get(value, "")
        if value == national_area():
            return _("The whole country")
        place = self.place(value)
        return place.name if place else ""

    def place(self, key: str) -> Place | None:
        return self._places.get(key)


def _read(keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Read the titles of pages, by language and translation key."""
    live = cast("PageQuerySet", Page.objects.live().public()).type(*NAMED_PAGES.values())
    found = live.filter(
        translation_key__in={key for _, key in keys},
        locale__language_code__in={language for language, _ in keys},
        alias_of__isnull=True,
    )
    rows = found.values_list("locale__language_code", "translation_key", "title")
    return {(language, str(key)): title for language, key, title in rows}


_kept = KeptEach(_read)
