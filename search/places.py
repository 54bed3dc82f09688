"""Which places are there, what are they called, and which of them does a reader mean?

A place is found by its name in any spelling that has the same normal form, in each language that
its name stands in ("Bolzano/Bozen"), without what only tells it from its namesakes ("Bergen
(NH.)", "Kiel, Landeshauptstadt"), and by postcode where the operator provides a list of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import F

from search.areas import LINEAGE, area_key, lineage
from search.postcodes import areas_of_postcode
from services.language.normal_form import normal_form
from services.language.recipes import recipe_for
from services.models import Territory
from services.presentation.kept import KeptEach

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from services.language.recipes import Recipe

MOST_PLACES = 20
# With more keys than this one query for all territories costs less.
MOST_KEYS_IN_A_QUERY = 500
_REMARK = re.compile(r"\s*[,(].*$")
_LATER_ARTICLE = re.compile(r"^(.+), ([\w'’]{1,4})$")


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or an area of NUTS; `around` are the keys of the areas it lies in."""

    key: str
    name: str
    around: tuple[str, ...] = ()


def places_with(keys: Iterable[str]) -> dict[str, Place]:
    """Return the known places by key; a whole country is none."""
    return _kept.of(keys)


def _read(keys: Collection[str]) -> dict[str, Place]:
    """Read places, in one query however many they are."""
    codes = {key.partition("-")[2] or key for key in keys}
    rows = Territory.objects.all()
    if len(codes) <= MOST_KEYS_IN_A_QUERY:
        rows = rows.filter(code__in=codes)
    lines = ((name, lineage(*line)) for name, *line in rows.values_list("name", *LINEAGE))
    return {line[0]: Place(line[0], name, line[1:]) for name, line in lines if line[0] in keys}


_kept = KeptEach(_read)


def find_places(text: str) -> list[Place]:
    """Return the places that somebody can mean by a name or a postcode, some twenty at most."""
    keys = _keys_by_name(text) or areas_of_postcode(text)
    found = places_with(keys[:MOST_PLACES])
    return [found[key] for key in keys if key in found]


def _keys_by_name(text: str) -> list[str]:
    """Read the names of all territories that hold today: no database knows normal forms.

    A municipality is meant rather than the region that is called after it.
    """
    asked = _spellings(text)
    rows = Territory.objects.valid().exclude(name=F("code")).order_by("name", "pk")
    found = [
        place
        for name, *place in rows.values_list("name", "country", "kind", "code")
        if not asked.isdisjoint(_forms_of(name))
    ]
    municipalities = [place for place in found if place[1] == Territory.Kind.LAU]
    return [area_key(*place) for place in municipalities or found]


@lru_cache(maxsize=65_536)
def _forms_of(name: str) -> frozenset[str]:
    """Return the normal forms of all that a place is called."""
    if name.isalpha():  # Most are, and there are tens of thousands.
        return _spellings(name)
    called = {name, *name.split("/")}
    called |= {_REMARK.sub("", each) for each in called}
    called |= {_LATER_ARTICLE.sub(r"\2 \1", each) for each in called}
    return frozenset(form for each in called for form in _spellings(each))


def _spellings(text: str) -> frozenset[str]:
    """Return the normal form of a name, and how the site's languages write it ("ue" for "ü")."""
    forms = {normal_form(text), *(recipe.written_form(text) for recipe in _recipes())}
    return frozenset(forms - {""})


@lru_cache(maxsize=1)
def _recipes() -> list[Recipe]:
    """Return the recipes, of the site's languages, that change a name as a whole."""
    recipes = (recipe_for(code) for code, _ in settings.LANGUAGES)
    return [recipe for recipe in recipes if recipe.spellings or recipe.romanisation]
