"""How are the documents of a language brought into a new generation?

They are read once, their words are counted, and they are analysed and given to every engine. Where
compounds are split by the words of the site, the documents are set aside until those are counted
and frozen, which costs a temporary file half as large again as the texts; of a list, memory as
large as they are.
"""

from __future__ import annotations

import gc
import pickle
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice, starmap
from typing import IO, TYPE_CHECKING, TypeAlias

from search.engines import CountingGeneration
from search.indexing import FOREIGN, WORDS, Indexer
from search.vocabulary import Vocabulary, WordCounts, save_counts
from services.language.analysis import remembered_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from search.documents import Document
    from search.engines import NewGeneration
    from search.indexing import Entry
    from search.pieces import Texts
    from services.language.analysis import FormsOf

DOCUMENTS_AT_ONCE = 500

# A document, and its texts as they were read.
Read: TypeAlias = "tuple[Document, Texts]"


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
    words = WordCounts(language)
    vocabulary = Vocabulary(language)
    with ExitStack() as stack:
        stack.enter_context(_without_looking_for_cycles())
        read: Iterable[Read] = _read(documents, words)
        if vocabulary.splits_compounds:
            read = stack.enter_context(_read_ahead(read, is_kept=isinstance(documents, Sequence)))
            words.freeze(folder, forms_of)
            vocabulary = Vocabulary(language, folder, is_counted=False)
        known: dict[str, set[str]] = {WORDS: set(), FOREIGN: set()}
        indexer = Indexer(vocabulary, forms_of, known, words.pieces)
        counts = _write(generations, language, starmap(indexer.entry, read), known)
        if not vocabulary.splits_compounds:
            words.freeze(folder, forms_of)
    save_counts(folder, words.documents, counts[WORDS], counts[FOREIGN])
    for generation in generations:
        generation.keep_words(language, folder)
    return words.documents


def _write(
    generations: Sequence[NewGeneration],
    language: str,
    entries: Iterator[Entry],
    known: Mapping[str, set[str]],
) -> Mapping[str, Mapping[str, int]]:
    """Write the documents; return how many have each term, in the fields where that counts."""
    engine = next((each for each in generations if isinstance(each, CountingGeneration)), None)
    counts: dict[str, Counter[str]] = {name: Counter() for name in known}
    while portion := list(islice(entries, DOCUMENTS_AT_ONCE)):
        for generation in generations:
            generation.add(portion)
        for name, found in counts.items() if not engine else ():
            for entry in portion:
                found.update({*entry.terms[name].split()})
    return engine.counts(language, known) if engine else counts


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


def _read(documents: Iterable[Document], words: WordCounts) -> Iterator[Read]:
    """Read the texts of documents and count their words."""
    for document in documents:
        texts = words.pieces.texts_of(document)
        words.add(texts.values())
        yield document, texts


@contextmanager
def _read_ahead(read: Iterable[Read], *, is_kept: bool) -> Iterator[Iterable[Read]]:
    """Read all documents and give them once more; a file has meanwhile what nobody else keeps."""
    if is_kept:
        yield list(read)
        return
    with tempfile.TemporaryFile() as aside:
        for each in read:
            pickle.dump(each, aside, protocol=pickle.HIGHEST_PROTOCOL)
        aside.seek(0)
        yield _read_back(aside)


def _read_back(aside: IO[bytes]) -> Iterator[Read]:
    """Nobody else can have written the file: it has no name."""
    while True:
        try:
            yield pickle.load(aside)  # noqa: S301
        except EOFError:
            return
