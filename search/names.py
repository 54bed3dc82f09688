"""What are topics, authorities and areas called in the reader's language?

Names are read for the values that are counted or chosen, with the same number of queries however
many they are. What is unknown, or not published in the language, has no name and is not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.utils.translation import gettext as _
from wagtail.models import Page

from search.areas import is_local, national_area
from search.places import Place, places_with
from services.models import AuthorityPage, TopicPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wagtail.query import PageQuerySet

NAMED_PAGES = {"topic": TopicPage, "authority": AuthorityPage}


class Names:
    """The names of the values of the facets that have no fixed values."""

    def __init__(self, values: Mapping[str, Iterable[str]], language: str) -> None:
        """Read the names of these values, by facet."""
        keys = [key for facet in NAMED_PAGES for key in values.get(facet, ())]
        self._titles = _titles(keys, language) if keys else {}
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


def _titles(keys: Iterable[str], language: str) -> dict[str, str]:
    live = cast("PageQuerySet", Page.objects.live().public()).type(*NAMED_PAGES.values())
    found = live.filter(
        translation_key__in=set(keys), locale__language_code=language, alias_of__isnull=True
    )
    return {str(key): title for key, title in found.values_list("translation_key", "title")}
