"""How are the words of each language analysed? (Data; `analysis` cooks by it.)

A recipe names the language's dictionary and stemmer, the spellings that count as one
(`spellings`, applied to the normal form of every word), the spellings to try in the dictionary
for a word that is not in it (`respellings`: what a keyboard without umlauts types), and the
words of a question that say nothing about its subject (`stop_words`, in normal form).

A language without a recipe is analysed by normal forms alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from services.language.stop_words import STOP_WORDS


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the analysis of one language is made of."""

    language: str
    dictionary: str | None = None
    stemmer: str | None = None
    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()
    respellings: tuple[tuple[str, str], ...] = ()
    stop_words: frozenset[str] = field(default_factory=frozenset)


DUTCH = Recipe(
    language="nl",
    dictionary="nl",
    stemmer="dutch",
    stop_words=STOP_WORDS["nl"],
)

ENGLISH = Recipe(
    language="en",
    dictionary="en",
    stemmer="english",
    stop_words=STOP_WORDS["en"],
)

GERMAN = Recipe(
    language="de",
    dictionary="de",
    stemmer="german",
    # "ue" after a, e or q is no umlaut: Bauer, neue, Quelle.
    spellings=((re.compile("ae"), "a"), (re.compile("oe"), "o"), (re.compile("(?<![aeq])ue"), "u")),
    respellings=(("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß")),
    stop_words=STOP_WORDS["de"],
)

RECIPES = {recipe.language: recipe for recipe in (DUTCH, ENGLISH, GERMAN)}


@lru_cache(maxsize=64)
def recipe_for(language: str) -> Recipe:
    """Return the recipe of a language ("nl-be" is analysed as "nl")."""
    primary = language.lower().replace("_", "-").partition("-")[0]
    return RECIPES.get(primary) or Recipe(language=primary)
