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
from itertools import chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from search.beginnings import title_terms
from search.pieces import Pieces
from search.ranking import FIELD_BONUS
from services.language.analysis import forms_of
from services.language.normal_form import normal_form
from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from search.documents import Document
    from search.pieces import Numbers, Texts
    from search.vocabulary import Vocabulary
    from services.language.analysis import FormsOf

WORDS, FOREIGN, GRAMS, WRITTEN, STARTS = "words", "foreign", "grams", "written", "starts"
TERM_FIELDS = (WORDS, *FIELD_BONUS, FOREIGN, GRAMS, WRITTEN)
NAMES = ("title", "keywords")
END_OF_TEXT = " | "
WORDS_REMEMBERED = PIECES_REMEMBERED = 262_144
FOREIGN_PIECES_REMEMBERED = 65_536
GRAMS_REMEMBERED = 32_768

Read = TypeVar("Read")
Unread = TypeVar("Unread")

# Terms by the name of their field.
Known: TypeAlias = "Mapping[str, set[str]]"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as an engine keeps it: what is shown, and the terms of each field."""

    document: Document
    terms: Mapping[str, str]


class Text(NamedTuple):
    """A text, or a word of it: as it is written, and in all forms."""

    written: str
    terms: str


class Indexer:
    """Makes the entries of one language by the words of one generation.

    What stands between spaces is read once: few texts have pieces that no other has. Who has read
    the texts of documents already gives the `pieces` that they were read by. Who counts the
    documents of each term gives `known`, which then has all terms of its fields.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        forms_of: FormsOf = forms_of,
        known: Known | None = None,
        pieces: Pieces | None = None,
    ) -> None:
        self._language = vocabulary.language
        self._vocabulary = vocabulary
        self._forms_of = forms_of
        self._words = _Remembered(self._read_word, WORDS_REMEMBERED)
        self._pieces = Pieces() if pieces is None else pieces
        self._written: list[str] = []  # Of each piece, by its number,
        self._terms: list[str] = []  # as `Text` has them.
        self._foreign = _Remembered(self._read_foreign, FOREIGN_PIECES_REMEMBERED)
        self._known = known

    def entry(self, document: Document, texts: Texts | None = None) -> Entry:
        read = self._read_texts(document, texts)
        named = " ".join(read[name].written for name in NAMES if name in read)
        return Entry(
            document,
            {
                WORDS: " ".join(each.terms for each in read.values()),
                **{name: read[name].terms for name in FIELD_BONUS if name in read},
                FOREIGN: " ".join(self.foreign_terms(document)),
                GRAMS: " ".join(map(_joined_grams, named.split())),
                WRITTEN: END_OF_TEXT.join(each.written for each in read.values()),
                STARTS: title_terms(document.title, self._language, self._forms_of),
            },
        )

    def field_terms(self, document: Document) -> dict[str, frozenset[str]]:
        """Return the terms of each text that a document has, by the name of its field."""
        read = self._read_texts(document).items()
        return {name: frozenset(text.terms.split()) for name, text in read}

    def foreign_terms(self, document: Document) -> Iterable[str]:
        """Return the terms of a page's names in other languages, each once."""
        found = (
            map(self._foreign.__getitem__, zip(repeat(language), names.split()))
            for language, names in document.names_elsewhere
        )
        return dict.fromkeys(chain.from_iterable(chain.from_iterable(found)))

    def _read_texts(self, document: Document, texts: Texts | None = None) -> dict[str, Text]:
        texts = self._numbered(document) if texts is None else texts
        for piece in self._pieces.listed[len(self._terms) :]:
            self._learn(piece)
        return {name: self._read(numbers) for name, numbers in texts.items()}

    def _numbered(self, document: Document) -> Texts:
        """Who reads documents one after the other remembers no more than a large site has."""
        if len(self._terms) >= PIECES_REMEMBERED:
            self._pieces, self._written, self._terms = Pieces(), [], []
        return self._pieces.texts_of(document)

    def _read(self, numbers: Numbers) -> Text:
        """A piece without a word leaves a second space, of which no engine makes anything."""
        if not numbers:
            return Text("", "")
        chosen = itemgetter(*numbers, 0)  # Of one alone it would give no tuple.
        return Text(" ".join(chosen(self._written)[:-1]), " ".join(chosen(self._terms)[:-1]))

    def _learn(self, piece: str) -> None:
        found = [self._words[word] for word in TOKEN.findall(piece)]
        self._written.append(" ".join(word.written for word in found))
        self._terms.append(" ".join(word.terms for word in found))

    def _read_word(self, word: str) -> Text:
        forms = self._forms_of(word, self._language)
        parts = (self._forms_of(part, self._language) for part in self._vocabulary.parts(word))
        terms = (*forms, *chain.from_iterable(parts))
        self._know(WORDS, terms)
        return Text(forms[0] if forms else "", " ".join(terms))

    def _read_foreign(self, named: tuple[str, str]) -> tuple[str, ...]:
        language, piece = named
        words = TOKEN.findall(piece)
        forms = ((*self._forms_of(word, language), normal_form(word)) for word in words)
        terms = tuple(filter(None, chain.from_iterable(forms)))
        self._know(FOREIGN, terms)
        return terms

    def _know(self, name: str, terms: Iterable[str]) -> None:
        if self._known is not None:
            self._known[name].update(terms)


class _Remembered(dict[Unread, Read]):
    """What was read of each piece of text; a dictionary answers faster than a function."""

    def __init__(self, read: Callable[[Unread], Read], most: int) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, text: Unread) -> Read:
        if len(self) >= self._most:
            self.clear()
        piece = self[text] = self._read(text)
        return piece


def grams(form: str) -> list[str]:
    """Return the groups of three letters of a word, with its beginning and end marked."""
    marked = f"^{form}$"
    return list(map("".join, zip(marked, marked[1:], marked[2:], strict=False)))


@lru_cache(maxsize=GRAMS_REMEMBERED)
def _joined_grams(form: str) -> str:
    return " ".join(grams(form))
