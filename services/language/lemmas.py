"""What is the dictionary form of an inflected word ("rijbewijzen" → "rijbewijs")?

simplemma's dictionaries are compiled once into tries, which are mapped into memory and shared
by all processes of a host (three languages: 11 MB on disk, little in a process). Compiling takes
seconds and hundreds of megabytes, so it happens only in `build_dictionaries`, when the index is
built; `lemma` never compiles. Where a dictionary is missing or spoilt, `lemma` knows no word,
and the analysis goes on with stems.

The tries lie in `directory()`: the setting `LANGUAGE_DICTIONARY_DIR`, or a folder of the search
index. A new version of simplemma has a folder of its own. They are put in place by renaming, so
that no reader sees half of one.
"""

from __future__ import annotations

import logging
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from marisa_trie import BytesTrie
from simplemma import __version__ as simplemma_version
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES
from simplemma.strategies.dictionaries.trie_dictionary_factory import (
    TrieDictionaryFactory,
    TrieWrapDict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

logger = logging.getLogger(__name__)


class MissingDictionaryError(LookupError):
    """A language's dictionary has not been compiled on this host."""


def directory() -> Path:
    """Return the folder of the compiled dictionaries."""
    return _directory(settings.LANGUAGE_DICTIONARY_DIR, settings.SEARCH_INDEX_DIR)


def build_dictionaries(names: Iterable[str]) -> list[str]:
    """Compile the dictionaries that are missing, and return their names."""
    target = directory()
    target.mkdir(parents=True, exist_ok=True)
    missing = [name for name in names if not (target / f"{name}.dic").exists()]
    for name in missing:
        with tempfile.TemporaryDirectory(dir=target, prefix=".building-") as workshop:
            TrieDictionaryFactory(disk_cache_dir=workshop).get_dictionary(name)
            (Path(workshop) / f"{name}.dic").replace(target / f"{name}.dic")
    if missing:
        forget_dictionaries()
    return missing


def lemma(word: str, dictionary: str) -> str | None:
    """Return the lemma of a word, by the dictionary or by simplemma's rules and affixes."""
    return _lower(_lookup(_strategy(directory()).get_lemma, word, dictionary))


def listed_lemma(word: str, dictionary: str) -> str | None:
    """Return the lemma that the dictionary itself gives for a word, in whatever case."""
    return _lower(_lookup(_listed(directory()).get_lemma, word, dictionary))


def words_of(dictionary: str) -> Iterator[str]:
    """Yield the words that a dictionary lists, none where it has not been compiled."""
    try:
        yield from _opened(directory()).get_dictionary(dictionary)
    except MissingDictionaryError:
        return


def has_dictionary(dictionary: str) -> bool:
    """Say whether this process can look words up in the language."""
    try:
        _opened(directory()).get_dictionary(dictionary)
    except MissingDictionaryError:
        return False
    return True


def forget_dictionaries() -> None:
    """Look again which dictionaries there are; those in use stay mapped until they are dropped."""
    for cached in (_strategy, _listed, _opened):
        cached.cache_clear()


class CompiledDictionaries:
    """Opens what `build_dictionaries` compiled; simplemma asks it for each language once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: dict[str, Mapping[str, str] | None] = {}

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        """Return a language's dictionary, or raise `MissingDictionaryError`."""
        if lang not in self._opened:
            self._opened[lang] = self._open(lang)
        dictionary = self._opened[lang]
        if dictionary is None:
            raise MissingDictionaryError(lang)
        return dictionary

    def _open(self, lang: str) -> Mapping[str, str] | None:
        path = self.folder / f"{lang}.dic"
        if lang not in SUPPORTED_LANGUAGES or not path.exists():
            logger.warning("No dictionary for %s in %s: stems only", lang, self.folder)
            return None
        try:
            return _Dictionary(BytesTrie().mmap(str(path)))
        except (OSError, RuntimeError):
            logger.exception("The dictionary %s cannot be read: stems only", path)
            return None


class _Dictionary(TrieWrapDict):
    """Answers at once, since a word is looked up under several spellings."""

    def get(self, key: str, default: Any = None) -> Any:
        found = self._trie.get(key)
        return found[0].decode() if found else default


def _lookup(find: Callable[[str, str], str | None], word: str, dictionary: str) -> str | None:
    try:
        return find(word, dictionary)
    except MissingDictionaryError:
        return None


def _lower(found: str | None) -> str | None:
    return found.lower() if found else None


@lru_cache(maxsize=4)
def _directory(configured: Path | None, index: Path) -> Path:
    return (configured or index / "dictionaries") / f"simplemma-{simplemma_version}"


@lru_cache(maxsize=4)
def _opened(folder: Path) -> CompiledDictionaries:
    return CompiledDictionaries(folder)


@lru_cache(maxsize=4)
def _strategy(folder: Path) -> DefaultStrategy:
    return DefaultStrategy(dictionary_factory=_opened(folder))


@lru_cache(maxsize=4)
def _listed(folder: Path) -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_opened(folder))
