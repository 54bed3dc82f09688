"""How are the documents of a language brought into a new generation?

They are read once and set aside while their words are counted; then the words are frozen, and the
documents are analysed by them and given to every engine. Setting aside costs a temporary file as
large as the texts.
"""

from __future__ import annotations

import gc
import pickle
import tempfile
import threading
from collections import Counter
from contextlib import contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING

from search.documents import TEXT_FIELDS
from search.indexing import FOREIGN, Indexer, text_of
from search.vocabulary import Vocabulary, WordCounts, save_counts
from services.language.analysis import remembered_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from search.documents import Document
    from search.engines import NewGeneration
    from services.language.analysis import FormsOf

DOCUMENTS_AT_ONCE = 500


def fill(
    generations: Sequence[NewGeneration],
    folder: Path,
    language: str,
    documents: Iterable[Document],
    forms_of: FormsOf | None = None,
) -> int:
    """Write the documents of a language into generations, its vocabulary into a folder.

    Who fills several languages gives what remembers the forms of all, since a page has names in
    others. Return how many documents there are.
    """
    forms_of = forms_of or remembered_forms()
    with tempfile.TemporaryFile() as aside, _without_looking_for_cycles():
        words = _count_words(language, documents, aside)
        words.freeze(folder, forms_of)
        aside.seek(0)
        indexer = Indexer(Vocabulary(language, folder), forms_of)
        terms: Counter[str] = Counter()
        elsewhere: Counter[str] = Counter()
        count = 0
        entries = map(indexer.entry, _read_back(aside))
        while portion := list(islice(entries, DOCUMENTS_AT_ONCE)):
            for entry in portion:
                terms.update(entry.own)
                elsewhere.update(entry.terms[FOREIGN].split())
            count += len(portion)
            for generation in generations:
                generation.add(portion)
    save_counts(folder, count, terms, elsewhere)
    for generation in generations:
        generation.keep_words(language, folder)
    return count


@contextmanager
def _without_looking_for_cycles() -> Iterator[None]:
    """Millions of words are made here and no cycles; to look for them takes a tenth of the time.

    A thread beside the main one goes on looking, since what others do meanwhile makes some.
    """
    is_alone = threading.current_thread() is threading.main_thread()
    if not (is_alone and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _count_words(language: str, documents: Iterable[Document], aside: IO[bytes]) -> WordCounts:
    counts = WordCounts(language)
    for document in documents:
        counts.add(text_of(document, name) for name in TEXT_FIELDS)
        pickle.dump(document, aside, protocol=pickle.HIGHEST_PROTOCOL)
    return counts


def _read_back(aside: IO[bytes]) -> Iterator[Document]:
    """Nobody else can have written the file: it has no name."""
    while True:
        try:
            yield pickle.load(aside)  # noqa: S301
        except EOFError:
            return
