"""A vocabulary of given texts, as a generation freezes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.building import fill
from search.vocabulary import Vocabulary
from tests.search.documents import document

if TYPE_CHECKING:
    from pathlib import Path


def vocabulary_of(folder: Path, *titles: str, language: str = "nl") -> Vocabulary:
    documents = (document(n, language=language, title=title) for n, title in enumerate(titles))
    fill([], folder, language, documents)
    return Vocabulary(language, folder)
