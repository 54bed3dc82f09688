"""Explains, word by word, how a text is analysed for search, highlighting and terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from services.language import lemmas
from services.language.analysis import analyse, is_stop_word
from services.language.recipes import RECIPES, recipe_for
from services.language.tokens import is_code

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

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
        dictionary = recipe.dictionary or "none"
        if recipe.dictionary and not lemmas.has_dictionary(recipe.dictionary):
            dictionary += " (not compiled on this host)"
        stemmer = recipe.stemmer or "none"
        self.stdout.write(f"language={recipe.language} dictionary={dictionary} stemmer={stemmer}")
        for term in analyse(text, language):
            remarks = "".join(f" [{remark}]" for remark in _remarks(term.forms[0], language))
            self.stdout.write(f"{term.text:{WIDTH}} {' '.join(term.forms)}{remarks}")


def _remarks(written: str, language: str) -> Iterator[str]:
    if is_code(written):
        yield "code"
    if is_stop_word(written, language):
        yield "stop word"
