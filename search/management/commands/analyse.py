"""Explains, word by word, how a text is analysed for search, highlighting and terms.

Below each word stand the steps that change it, the parts of a compound, and the groups of letters
by which titles and keywords are found where nothing else is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import NoIndexError
from search.engines.embedded import embedded_engine
from search.indexing import grams
from search.vocabulary import Vocabulary
from services.language import lemmas
from services.language.analysis import analyse, is_stop_word
from services.language.recipes import RECIPES, recipe_for
from services.language.steps import steps_of
from services.language.tokens import is_code

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from services.language.analysis import Term
    from services.language.recipes import Recipe

WIDTH = 24


class Command(BaseCommand):
    help = "Tell which forms the words of a text have: words meet if they share one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", required=True, help="An official language: et, mt, …")
        parser.add_argument("text", help="What is analysed, in quotation marks.")

    def handle(self, *args: Any, language: str, text: str, **options: Any) -> None:
        recipe = recipe_for(language)
        if recipe.language not in RECIPES:
            known = ", ".join(RECIPES)
            raise CommandError(f"There is no recipe for “{language}”, only for: {known}.")
        vocabulary = _vocabulary(recipe.language)
        self.stdout.write(f"{_ingredients(recipe)} documents={vocabulary.documents}")
        for term in analyse(text, language):
            remarks = "".join(f" [{remark}]" for remark in _remarks(term.forms[0], language))
            self.stdout.write(f"{term.text:{WIDTH}} {' '.join(term.forms)}{remarks}")
            for name, found in _details(term, vocabulary):
                self.stdout.write(f"    {name:{WIDTH}} {found}")


def _ingredients(recipe: Recipe) -> str:
    dictionary = recipe.dictionary or "none"
    if recipe.dictionary and not lemmas.has_dictionary(recipe.dictionary):
        dictionary += " (not compiled on this host)"
    stemmer = recipe.stemmer or "none"
    return f"language={recipe.language} dictionary={dictionary} stemmer={stemmer}"


def _vocabulary(language: str) -> Vocabulary:
    """Return the words of the index, or those of the dictionary alone where there is none."""
    try:
        return embedded_engine().vocabulary(language)
    except NoIndexError:
        return Vocabulary(language)


def _details(term: Term, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    yield from steps_of(term.text, vocabulary.language)
    if parts := vocabulary.parts(term.text):
        yield "parts", " + ".join(parts)
    if not is_code(term.forms[0]):
        yield "groups of letters", " ".join(grams(term.forms[0]))


def _remarks(written: str, language: str) -> Iterator[str]:
    if is_code(written):
        yield "code"
    if is_stop_word(written, language):
        yield "stop word"
