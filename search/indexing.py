"""Which terms does an engine keep of a document?

An engine analyses nothing: it gets an `Entry`, the document with its terms, parted by spaces.

- `words`: all forms of all words of all texts, and of the parts of compounds. Their frequency and
  the length of the text are what a page is ranked by.
- one field for each text that says more about a page than the rest (`FIELD_BONUS`): its terms.
- `foreign`: the words for the page in other languages, by its translations.
- `grams`: the groups of three letters of its title and keywords.
- `written`: the words of all texts as they are written, in their order, for phrases. A sign that
  is no word stands between texts.
- `starts`: the beginnings of the words of its title, for suggestions (see `search.beginnings`),
  which the embedded index alone makes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from search.beginnings import title_terms
from search.documents import TEXT_FIELDS
from search.ranking import FIELD_BONUS
from services.language.analysis import forms_of
from services.language.normal_form import normal_form
from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from search.documents import Document
    from search.vocabulary import Vocabulary

WORDS, FOREIGN, GRAMS, WRITTEN, STARTS = "words", "foreign", "grams", "written", "starts"
TERM_FIELDS = (WORDS, *FIELD_BONUS, FOREIGN, GRAMS, WRITTEN)
END_OF_TEXT = " | "
PIECES_REMEMBERED = 65_536


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as an engine keeps it: what is shown, and the terms of each field."""

    document: Document
    terms: Mapping[str, str]


class Indexer:
    """Makes the entries of one language by the words of one generation."""

    def __init__(
        self, vocabulary: Vocabulary, forms: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """`forms` are those of words that were analysed already."""
        self._vocabulary = vocabulary
        self._known = forms or {}
        self._language = vocabulary.language
        self._terms = _Remembered(self._terms_of_piece)
        self._written = _Remembered(self._written_of_piece)

    def entry(self, document: Document) -> Entry:
        texts = _texts(document)
        pieces = {name: text.split() for name, text in texts.items()}
        terms = {name: _joined(self._terms, each) for name, each in pieces.items()}
        named = f"{texts['title']} {texts.get('keywords', '')}"
        return Entry(
            document,
            {
                WORDS: " ".join(terms.values()),
                **{name: terms[name] for name in FIELD_BONUS if name in terms},
                FOREIGN: " ".join(foreign_terms(document)),
                GRAMS: " ".join(_grams_of_text(named, self._language)),
                WRITTEN: END_OF_TEXT.join(_joined(self._written, each) for each in pieces.values()),
                STARTS: title_terms(document.title, self._language),
            },
        )

    def field_terms(self, document: Document) -> dict[str, str]:
        """Return the terms of each text that a document has, by the name of its field."""
        texts = _texts(document)
        return {name: _joined(self._terms, text.split()) for name, text in texts.items()}

    def _terms_of_piece(self, piece: str) -> str:
        return " ".join(term for word in TOKEN.findall(piece) for term in self._terms_of(word))

    def _terms_of(self, word: str) -> Iterator[str]:
        yield from self._forms_of(word)
        for part in self._vocabulary.parts(word):
            yield from forms_of(part, self._language)

    def _written_of_piece(self, piece: str) -> str:
        words = map(self._forms_of, TOKEN.findall(piece))
        return " ".join(forms[0] for forms in words if forms)

    def _forms_of(self, word: str) -> tuple[str, ...]:
        known = self._known.get(word)
        return forms_of(word, self._language) if known is None else known


class _Remembered(dict[str, str]):
    """What was made of each piece of text; a dictionary answers faster than a function."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, piece: str) -> str:
        if len(self) >= PIECES_REMEMBERED:
            self.clear()
        made = self[piece] = self._make(piece)
        return made


def _joined(remembered: _Remembered, pieces: Iterable[str]) -> str:
    return " ".join(filter(None, map(remembered.__getitem__, pieces)))


def _texts(document: Document) -> dict[str, str]:
    return {name: text for name in TEXT_FIELDS if (text := text_of(document, name))}


def text_of(document: Document, name: str) -> str:
    """Return one of the texts of a document."""
    value: str | tuple[str, ...] = getattr(document, name)
    return value if isinstance(value, str) else " \n".join(value)


def foreign_terms(document: Document) -> Iterable[str]:
    """Return the terms of a page's names in other languages, each once."""
    found: dict[str, None] = {}
    for language, names in document.names_elsewhere:
        for word in TOKEN.findall(names):
            found.update(dict.fromkeys((*forms_of(word, language), normal_form(word))))
    found.pop("", None)
    return found


def grams(form: str) -> list[str]:
    """Return the groups of three letters of a word, with its beginning and end marked."""
    marked = f"^{form}$"
    return list(map("".join, zip(marked, marked[1:], marked[2:], strict=False)))


def _grams_of_text(text: str, language: str) -> list[str]:
    words = (forms_of(word, language) for word in TOKEN.findall(text))
    return [_joined_grams(forms[0]) for forms in words if forms]


@lru_cache(maxsize=8_192)
def _joined_grams(form: str) -> str:
    return " ".join(grams(form))
