"""Which words, in which forms, does a text consist of?

The same analysis serves the index, the questions of readers, highlighting, the terms of
translators and reading ease; so what one of them calls a word, all do.

    analyse("Rijbewijzen omwisselen", "nl")
    → [Term(text="Rijbewijzen", start=0, end=11, forms=("rijbewijzen", "rijbewijs")), …]

The forms of a word, without repetition and in this order, are:

1. the normal form of what is written ("rijbewijzen"),
2. the stem of its lemma ("rijbewijs"), or of the word with its accents where no dictionary
   knows it,
3. the stem of the normal form, which does not depend on accents or on the dictionary.

Two words meet if they share a form. A code or number has its normal form alone. What has no
letter or digit has no form and is no term.

`forms_of` answers for one word and remembers the last 32,768 words of all languages together (8 MiB
when full, so that a process that knows 24 languages stays below 150 MiB). `terms_with` finds the
words of a text that have one of some forms; it reads the text piece by piece, as spaces part it
("Rijbewijzen:", "(A1)"): no word goes beyond a piece, and most pieces have been seen before. Up to
24,576 are remembered (about 7 MiB), and which texts have been read. `forget` drops what is
remembered, which is needed when dictionaries appear. Who builds an index meets more words than
that, and each several times: it asks `remembered_forms` for a memory of its own (100 MiB when
full), for as long as it builds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from services.language import lemmas, stems
from services.language.normal_form import dictionary_form, normal_form
from services.language.recipes import recipe_for, replaced
from services.language.tokens import TOKEN, is_code, tokens
from services.language.word_lists import build_word_lists, forget_word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from services.language.recipes import Recipe

# Gives the forms of a word of a language.
FormsOf: TypeAlias = "Callable[[str, str], tuple[str, ...]]"

WORDS_REMEMBERED = 32_768
WORDS_OF_A_BUILD = 262_144
PIECES_REMEMBERED = 24_576

# Raised when the same text would be analysed differently than before: indices must be rebuilt.
ANALYSIS_VERSION = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text, where it stands, and the forms in which it meets other words."""

    text: str
    start: int
    end: int
    forms: tuple[str, ...]


def analyse(text: str, language: str) -> list[Term]:
    """Return the terms of a text in their order."""
    joined = partial(_joined_forms, language)
    return [
        Term(token.text, token.start, token.end, tuple(forms.split()))
        for token in tokens(text)
        if (forms := joined(token.text))
    ]


def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the forms of one word, the written one first."""
    return tuple(_joined_forms(language, word).split())


def remembered_forms() -> FormsOf:
    """Return a `forms_of` that remembers the words of a large site."""
    return lru_cache(maxsize=WORDS_OF_A_BUILD)(forms_of)


def terms_with(
    forms: AbstractSet[str], text: str, language: str, forms_of: FormsOf = forms_of
) -> list[Term]:
    """Return those terms of `analyse(text, language)` that have one of the forms.

    Who knows the forms of many words already says so by a `forms_of` that answers alike.
    """
    pieces = _pieces_of(language, forms_of)
    pieces.learn(text)
    found = []
    for piece in pieces.with_any(forms).intersection(text.split()):
        terms = [term for term in _terms(piece, language) if not forms.isdisjoint(term.forms)]
        found += [_moved(term, place) for place in _places(piece, text) for term in terms]
    return sorted(found, key=attrgetter("start"))


def is_stop_word(form: str, language: str) -> bool:
    """Say whether a word, in normal form, says nothing about the subject of a question."""
    return form in recipe_for(language).stop_words()


def lemma_of(recipe: Recipe, spelt: str) -> str | None:
    """Return the lemma of a word as dictionaries write it, None where none knows it."""
    dictionary = recipe.dictionary
    if dictionary is None:
        return None
    other = replaced(spelt, recipe.respellings)
    if other == spelt:  # `lemma` itself looks in the dictionary first.
        return lemmas.lemma(spelt, dictionary)
    listed = lemmas.listed_lemma(spelt, dictionary) or lemmas.listed_lemma(other, dictionary)
    return listed or lemmas.lemma(spelt, dictionary)


def stem_of(recipe: Recipe, word: str) -> str:
    """Return the stem of a word in normal form; the word itself where no stemmer is named."""
    stem = stems.stem(word, recipe.stemmer) if recipe.stemmer else word
    return recipe.romanised(normal_form(stem, recipe.spellings))


def prepare(languages: Iterable[str]) -> None:
    """Compile what is missing of the dictionaries of these languages.

    That takes seconds a language and hundreds of megabytes: whoever builds an index does it.
    """
    codes = list(languages)
    lemmas.build_dictionaries({name for code in codes if (name := recipe_for(code).dictionary)})
    build_word_lists(codes)
    forget()


def forget() -> None:
    """Forget the forms of all words and which dictionaries there are."""
    lemmas.forget_dictionaries()
    forget_word_lists()
    _joined_forms.cache_clear()
    _terms.cache_clear()
    _pieces.clear()


@lru_cache(maxsize=WORDS_REMEMBERED)
def _joined_forms(language: str, word: str) -> str:
    return " ".join(_forms(recipe_for(language), word))


@lru_cache(maxsize=1_024)
def _terms(piece: str, language: str) -> list[Term]:
    return analyse(piece, language)


class _Pieces:
    """The pieces of the texts in one language that have been seen, by the forms of their words."""

    def __init__(self, language: str, forms_of: FormsOf) -> None:
        self._language = language
        self._forms_of = forms_of
        self._texts: set[int] = set()  # By their hashes: no two texts of a site have the same.
        self._pieces: set[str] = set()
        self._having: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._pieces) + len(self._texts)

    def learn(self, text: str) -> None:
        """Read what of a text has not been seen; many threads may do so at a time."""
        if hash(text) not in self._texts:
            _make_room()
            for piece in {*text.split()} - self._pieces:
                self._learn_piece(piece)
            self._texts.add(hash(text))

    def with_any(self, forms: Iterable[str]) -> set[str]:
        """Return the pieces that have one of the forms."""
        return {piece for form in forms for piece in self._having.get(form, ())}

    def _learn_piece(self, piece: str) -> None:
        for word in TOKEN.findall(piece):
            for form in self._forms_of(word, self._language):
                self._having.setdefault(form, []).append(piece)
        self._pieces.add(piece)


# A request that began with the words of another generation must not teach what they were.
_pieces: dict[tuple[str, FormsOf], _Pieces] = {}


def _pieces_of(language: str, forms_of: FormsOf) -> _Pieces:
    return _pieces.setdefault((language, forms_of), _Pieces(language, forms_of))


def _make_room() -> None:
    if sum(map(len, list(_pieces.values()))) > PIECES_REMEMBERED:
        _pieces.clear()


def _places(piece: str, text: str) -> Iterator[int]:
    """Yield where a piece stands in a text, with spaces or nothing around it."""
    place = text.find(piece)
    while place >= 0:
        end = place + len(piece)
        # A slice beyond the text is empty, and thus no other letter either.
        if not (text[max(0, place - 1) : place] + text[end : end + 1]).strip():
            yield place
        place = text.find(piece, place + 1)


def _moved(term: Term, by: int) -> Term:
    return Term(term.text, term.start + by, term.end + by, term.forms)


def _forms(recipe: Recipe, word: str) -> Iterable[str]:
    bare = recipe.without_prefix(word)
    folded = normal_form(bare, recipe.spellings)
    if not folded or is_code(folded):
        # Digits may be letters: "6ofiorska" is typed for "шофьорска".
        return filter(None, [recipe.romanised(normal_form(bare))])
    spelt = dictionary_form(bare)
    # The lemma, or the word with its accents where no dictionary knows it; and without them.
    inflected = dict.fromkeys((lemma_of(recipe, spelt) or spelt, folded))
    stemmed = (stem_of(recipe, each) for each in inflected)
    return dict.fromkeys(filter(None, (recipe.romanised(folded), *stemmed)))
