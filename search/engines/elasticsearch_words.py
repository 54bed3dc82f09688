"""Where are the frozen words of a generation of the Elasticsearch index?

Beside its indices on the server, so that whatever host writes into it analyses by the same words,
and on each host in a folder, where they are fetched once: its readers ask by them, too.
"""

from __future__ import annotations

import base64
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from search.engines import NoIndexError
from search.engines.elasticsearch_server import reliably
from search.engines.generations import vocabulary_folder
from search.vocabulary import FILES, Vocabulary

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch


class ServerWords:
    """The words of one generation, in an index of their own."""

    def __init__(self, client: Elasticsearch, index: str) -> None:
        self._client = client
        self._index = index

    def keep(self, language: str, folder: Path) -> None:
        """Bring the words of a language, which lie in this folder, to the server."""
        with reliably():
            for name in FILES:
                content = base64.b64encode((folder / name).read_bytes()).decode()
                key = _key(language, name)
                self._client.index(index=self._index, id=key, document={"content": content})

    def fetch(self, language: str, generation: Path) -> None:
        """Bring the words of a language into the folder of the generation, if there are any.

        Those that are there already stay, unless a file is missing or cut short.
        """
        folder = vocabulary_folder(generation, language)
        if _opened(language, folder):
            return
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = tempfile.TemporaryDirectory(dir=generation, ignore_cleanup_errors=True)
        with aside, suppress(NoIndexError):  # The server has none.
            words = Path(aside.name) / language
            words.mkdir()
            for name in FILES:
                (words / name).write_bytes(self._content(language, name))
            _put_in_place(words, language, folder)

    def _content(self, language: str, name: str) -> bytes:
        with reliably():
            found = self._client.get(index=self._index, id=_key(language, name))
            return base64.b64decode(found["_source"]["content"])


class WordsAtHand:
    """The words of one generation, the last that was asked for, where they lie on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: tuple[str, dict[str, Vocabulary]] = ("", {})

    def of(self, generation: str, language: str) -> Vocabulary | None:
        """Return the words of a language; None where a file is not here, or cut short."""
        if not generation:
            return None
        opened = self._opened
        if opened[0] != generation:
            opened = self._opened = (generation, {})
        words = opened[1]
        if language not in words:
            found = _opened(language, vocabulary_folder(self._folder / generation, language))
            if found is None:
                return None
            words[language] = found
        return words[language]


def _opened(language: str, folder: Path) -> Vocabulary | None:
    try:
        return Vocabulary(language, folder)
    except (OSError, RuntimeError, ValueError):
        return None


def _put_in_place(words: Path, language: str, folder: Path) -> None:
    """Whole words of a process that was faster stay: somebody may be about to open them."""
    try:
        words.rename(folder)
    except OSError:
        if not _opened(language, folder):
            shutil.rmtree(folder, ignore_errors=True)
            words.rename(folder)


def _key(language: str, name: str) -> str:
    return f"{language}/{name}"
