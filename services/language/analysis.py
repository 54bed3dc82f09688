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
words of a text that have one of some forms; no word goes beyond what stands between spaces
("Rijbewijzen:", "(A1)"), which is what it looks at. `forget` drops what is remembered, which is
needed when dictionaries appear. Who builds an index meets more words than that, and each several
times: it asks `remembered_forms` for a memory of its own (100 MiB when full), for as long as it
builds.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from services.language import lemmas, stems
from services.language.normal_form import dictionary_form, normal_form
from services.language.recipes import recipe_for, replaced
from services.language.tokens import is_code, tokens
from services.language.word_lists import build_word_lists, forget_word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from services.language.recipes import Recipe

# Gives the forms of a word of a language.
FormsOf: TypeAlias = "Callable[[str, str], tuple[str, ...]]"

WORDS_REMEMBERED = 32_768
WORDS_OF_A_BUILD = 262_144
PIECES_REMEMBERED = 1_024

_SPACE = re.compile(r"\s")

# Raised when the same text would be analysed differently than before: indices must be rebuilt.
ANALYSIS_VERSION = 5


class Term(NamedTuple):
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
    forms: AbstractSet[str], text: str, language: str, spellings: Iterable[str] | None = None
) -> list[Term]:
    """Return those terms of `analyse(text, language)` that have one of the forms.

    Who knows how words with these forms are spelt gives that, and no other word is looked at.
    """
    if spellings is None:
        return [term for term in analyse(text, language) if not forms.isdisjoint(term.forms)]
    found: dict[int, Term] = {}
    there = [each for each in spellings if each in text]
    pieces = dict(chain.from_iterable(_pieces_with(each, text) for each in there))
    for start, piece in pieces.items():
        for term in _terms(piece, language):
            if not forms.isdisjoint(term.forms):
                place = start + term.start
                found[place] = Term(term.text, place, start + term.end, term.forms)
    return [found[place] for place in sorted(found)]


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


@lru_cache(maxsize=WORDS_REMEMBERED)
def _joined_forms(language: str, word: str) -> str:
    return " ".join(_forms(recipe_for(language), word))


@lru_cache(maxsize=PIECES_REMEMBERED)
def _terms(piece: str, language: str) -> list[Term]:
    return analyse(piece, language)


def _pieces_with(spelling: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between spaces and may have a word that is spelt so, with its place."""
    place = text.find(spelling)
    while place >= 0:
        end = place + len(spelling)
        # A slice beyond the text is empty, and no letter either.
        if text[max(0, place - 1) : place].isalnum() or text[end : end + 1].isalnum():
            end = place + 1
        else:
            start, end = _piece_around(text, place)
            yield start, text[start:end]
        place = text.find(spelling, end)


def _piece_around(text: str, place: int) -> tuple[int, int]:
    """Return between which places there is no space."""
    start = place
    while start and not text[start - 1].isspace():
        start -= 1
    space = _SPACE.search(text, place)
    return start, space.start() if space else len(text)


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
