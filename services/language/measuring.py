"""How well does the analysis of a language bring forms of one word together, and of no others?

`pairs/<language>.tsv` has pairs of words that do not come from what the analysis is made of (its
README says from where): "=" before a form and its lemma, "≠" before two lemmas that begin alike.
A pair meets if an analysis gives both a form in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from services.language import lemmas, stems
from services.language.analysis import analyse, is_stop_word
from services.language.normal_form import dictionary_form, normal_form
from services.language.recipes import recipe_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from services.language.recipes import Recipe

PAIRS = Path(__file__).with_name("pairs")
SAME = "="
IN_USE = "in use"

Pair: TypeAlias = tuple[str, str]
Analysis: TypeAlias = "Callable[[Recipe, str], Collection[str]]"


@dataclass(frozen=True, slots=True)
class Measure:
    """The share of forms that meet their lemma, and of different words that meet wrongly."""

    met: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a language."""

    same: list[Pair]
    different: list[Pair]


def measured_languages() -> list[str]:
    return sorted(path.stem for path in PAIRS.glob("*.tsv"))


def pairs_of(language: str) -> Pairs:
    lines = (PAIRS / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    found = Pairs([], [])
    for kind, one, other in (line.split("\t") for line in lines):
        (found.same if kind == SAME else found.different).append((one, other))
    return found


def measure(language: str, analysis: str = IN_USE) -> Measure:
    """Measure the analysis of a language, or what a part of it would do alone."""
    return _measure(ANALYSES[analysis], recipe_for(language), pairs_of(language))


def _measure(analysis: Analysis, recipe: Recipe, pairs: Pairs) -> Measure:
    def share(of: list[Pair]) -> float:
        met = sum(not set(analysis(recipe, a)).isdisjoint(analysis(recipe, b)) for a, b in of)
        return met / len(of)

    return Measure(share(pairs.same), share(pairs.different))


def _whole(recipe: Recipe, text: str) -> set[str]:
    """All forms of a word; an article before it is a stop word."""
    terms = analyse(text, recipe.language)
    words = [term for term in terms if not is_stop_word(term.forms[0], recipe.language)]
    return {form for term in words or terms for form in term.forms}


def _lemma(recipe: Recipe, word: str) -> list[str]:
    spelt = dictionary_form(recipe.without_prefix(word))
    found = lemmas.lemma(spelt, recipe.dictionary) if recipe.dictionary else None
    return [normal_form(found or spelt)]


def _stem(recipe: Recipe, word: str) -> list[str]:
    spelt = dictionary_form(recipe.without_prefix(word))
    return [normal_form(stems.stem(spelt, recipe.stemmer) if recipe.stemmer else spelt)]


def _stem_of_lemma(recipe: Recipe, word: str) -> list[str]:
    spelt = dictionary_form(recipe.without_prefix(word))
    found = lemmas.lemma(spelt, recipe.dictionary) if recipe.dictionary else None
    return _stem(recipe, found or spelt)


ANALYSES: dict[str, Analysis] = {
    IN_USE: _whole,
    "lemma": _lemma,
    "stem": _stem,
    "lemma, then stem": _stem_of_lemma,
}
