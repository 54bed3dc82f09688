"""Where are the frozen words of a generation of the Elasticsearch index?

Beside its indices on the server, so that whatever host writes into it analyses by the same words,
and on each such host in a folder, where they are fetched once.
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
from search.vocabulary import FILES

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
        """Bring the words of a language into the folder of the generation, if there are any."""
        folder = vocabulary_folder(generation, language)
        if folder.is_dir():
            return
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=generation))
        # Either the server has none, or another process was faster.
        with suppress(NoIndexError, OSError):
            for name in FILES:
                (aside / name).write_bytes(self._content(language, name))
            aside.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)

    def _content(self, language: str, name: str) -> bytes:
        with reliably():
            found = self._client.get(index=self._index, id=_key(language, name))
            return base64.b64decode(found["_source"]["content"])


def _key(language: str, name: str) -> str:
    return f"{language}/{name}"
