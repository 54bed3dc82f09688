"""By which steps does a word come to the forms in which it meets others?

    steps_of("l-iskejjel", "mt") → [("without prefix", "skejjel")]

The steps are those of `analysis`, in its order; one that changes nothing is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.language.analysis import lemma_of, stem_of
from services.language.normal_form import dictionary_form, normal_form
from services.language.recipes import recipe_for, replaced
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.language.recipes import Recipe


def steps_of(word: str, language: str) -> list[tuple[str, str]]:
    """Return the steps that change a word, each with what it makes of it."""
    recipe = recipe_for(language)
    bare = recipe.without_prefix(word)
    plain = normal_form(bare)
    is_whole = not plain or is_code(plain)
    folded = plain if is_whole else normal_form(bare, recipe.spellings)
    steps = [
        ("without prefix", word, bare),
        ("normal form", bare, plain),
        ("one spelling", plain, folded),
        ("in Latin letters", folded, recipe.romanised(folded)),
        *(() if is_whole else _inflections(recipe, bare, folded)),
    ]
    return [(name, after) for name, before, after in steps if after != before]


def _inflections(recipe: Recipe, bare: str, folded: str) -> Iterator[tuple[str, str, str]]:
    spelt = dictionary_form(bare)
    lemma = lemma_of(recipe, spelt) or spelt
    yield "as dictionaries spell it", spelt, replaced(spelt, recipe.respellings)
    yield "lemma", spelt, lemma
    yield "stem of the lemma", lemma, stem_of(recipe, lemma)
    yield "stem", recipe.romanised(folded), stem_of(recipe, folded)
