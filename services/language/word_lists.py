"""Which words does a language's dictionary have, in normal form?

Compounds are split by them, in the languages that write words together. They are compiled once
from the dictionaries, beside them and like them; without a list there are no such words.
"""

from __future__ import annotations

import logging
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from marisa_trie import Trie

from services.language import lemmas
from services.language.normal_form import normal_form
from services.language.recipes import recipe_for

if TYPE_CHECKING:
    from collections.abc import Iterable

logger = logging.getLogger(__name__)

SHORTEST = 4  # Dictionaries list many a short word that nobody writes.


def build_word_lists(languages: Iterable[str]) -> None:
    """Compile the lists that are missing, of languages whose dictionaries are compiled."""
    for language in languages:
        path = _path(language)
        if path and not path.exists():
            folded = map(normal_form, lemmas.words_of(path.stem))
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".building-") as workshop:
                being_built = Path(workshop) / path.name
                Trie(word for word in folded if len(word) >= SHORTEST).save(str(being_built))
                being_built.replace(path)
    forget_word_lists()


def dictionary_words(language: str) -> Trie:
    """Return the words of a language that writes compounds, in normal form."""
    path = _path(language)
    return _opened(path) if path else Trie()


def forget_word_lists() -> None:
    """Look again which lists there are."""
    _opened.cache_clear()


def _path(language: str) -> Path | None:
    recipe = recipe_for(language)
    if not (recipe.links and recipe.dictionary):
        return None
    return lemmas.directory() / f"{recipe.dictionary}.words"


@lru_cache(maxsize=32)
def _opened(path: Path) -> Trie:
    try:
        return Trie().mmap(str(path))
    except (OSError, RuntimeError):
        logger.warning("No list of words in %s: compounds are split by the site's own", path)
        return Trie()
