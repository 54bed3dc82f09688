"""Which words does a generation of the index know, and how often do they occur?

What splits compounds, corrects spelling and tells how much a word is worth must be the same for
all documents of an index and for all questions to it. So it is frozen when a generation is built:
the words of the site in `written.trie`, and with their forms and the spelling seen most often in
`words.trie`; how words with a form are spelt in `spelt.trie`; the number of documents that have a
term in `terms.trie`; and the hash of all that in `about.json`.
A page that is published later is analysed by the same words; its new ones enter with the next
generation.

    counts = WordCounts("nl")
    counts.add(counts.pieces.texts_of(document).values()) …; counts.freeze(folder)
    vocabulary = Vocabulary("nl", folder)
    vocabulary.count("rijbewijs") → 12
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from marisa_trie import BytesTrie, RecordTrie, Trie

from search.pieces import Pieces
from search.spelling import similar_words
from services.language.analysis import forms_of
from services.language.compounds import Compounds
from services.language.normal_form import normal_form
from services.language.recipes import recipe_for
from services.language.tokens import TOKEN
from services.language.word_lists import dictionary_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from search.pieces import Numbers
    from services.language.analysis import FormsOf

TRIES = WRITTEN, WORDS, SPELT, TERMS = ("written.trie", "words.trie", "spelt.trie", "terms.trie")
ABOUT = "about.json"
FILES = (*TRIES, ABOUT)
COUNT = "<I"
ELSEWHERE = "~"  # Before a term of another language: no word begins with it.
SLIPS_REMEMBERED = 2_048


class WordCounts:
    """The words of all texts of a language, and how often they stand in a part of them.

    How a word is spelt most often can be told from every eighth of many documents; one that stands
    in none of these is spelt in small letters where it is so at all.
    """

    ALL_COUNTED = 2_000
    PART_COUNTED = 8

    def __init__(self, language: str) -> None:
        self._language = language
        self._counts: Counter[int] = Counter()
        self.pieces = Pieces()
        self.documents = 0

    def add(self, texts: Iterable[Numbers]) -> None:
        """Count the words of one document, whose texts were read by `pieces`."""
        self.documents += 1
        if self.documents <= self.ALL_COUNTED or self.documents % self.PART_COUNTED == 0:
            for numbers in texts:
                self._counts.update(numbers)

    def freeze(self, folder: Path, forms_of: FormsOf = forms_of) -> None:
        """Write the words down, each as it is spelt most often where it was counted."""
        words: dict[str, tuple[str, ...]] = {}
        spelt: dict[str, set[str]] = defaultdict(set)
        for spelling in self._spellings():
            if forms := forms_of(spelling, self._language):
                words.setdefault(forms[0], (spelling, *forms))
                small = _in_small_letters(spelling)
                for form in forms:
                    spelt[form].add(small)
        folder.mkdir(parents=True, exist_ok=True)
        _trie_of(words).save(str(folder / WORDS))
        # That a form is spelt as itself alone need not be said.
        told = {form: sorted(others) for form, others in spelt.items() if others != {form}}
        _trie_of(told).save(str(folder / SPELT))
        Trie(words).save(str(folder / WRITTEN))

    def _spellings(self) -> list[str]:
        """Return all spellings, the most frequent first; of equal ones that in small letters."""
        found: Counter[str] = Counter()
        for number, piece in enumerate(self.pieces.listed):
            for word in TOKEN.findall(piece):
                found[word] += self._counts[number]
        return sorted(found, key=lambda word: (-found[word], word.swapcase()))


def _trie_of(rows: Mapping[str, Iterable[str]]) -> BytesTrie:
    return BytesTrie((key, "\n".join(words).encode()) for key, words in rows.items())


def _words_at(found: Iterable[bytes]) -> list[str]:
    """Read back what `_trie_of` keeps of one key."""
    return [word for row in found for word in row.decode().split("\n")]


def in_all_cases(word: str) -> tuple[str, ...]:
    """Return how a word may stand in a text, whatever its capitals."""
    return (word, word.lower(), word.capitalize(), word.upper())


def _in_small_letters(spelling: str) -> str:
    """Return a word in small letters, unless it has capitals in a way of its own ("DigiD")."""
    small = spelling.lower()
    return small if spelling in in_all_cases(small) else spelling


def save_counts(
    folder: Path, documents: int, terms: Mapping[str, int], elsewhere: Mapping[str, int]
) -> None:
    """Write down how many documents there are, and how many have each term, here and elsewhere."""
    named = ((f"{ELSEWHERE}{term}", count) for term, count in elsewhere.items())
    rows = ((term, (count,)) for term, count in chain(terms.items(), named))
    RecordTrie(COUNT, rows).save(str(folder / TERMS))
    words = Trie().mmap(str(folder / WRITTEN))
    letters = sorted(filter(str.isalpha, set[str]().union(*words.iterkeys())))
    frozen = hashlib.sha256()
    for name in TRIES:
        frozen.update((folder / name).read_bytes())
    about = {"documents": documents, "letters": "".join(letters), "hash": frozen.hexdigest()}
    (folder / ABOUT).write_text(json.dumps(about), encoding="utf-8")


class Vocabulary:
    """The frozen words of one language; without a folder there are none.

    They are not `is_counted` while an index is built, see `save_counts`. Raises OSError,
    RuntimeError or ValueError where a file is missing or cut short.
    """

    def __init__(
        self, language: str, folder: Path | None = None, *, is_counted: bool = True
    ) -> None:
        self.language = language
        self._written, self._words = Trie(), BytesTrie()
        self._spelt, self._terms = BytesTrie(), RecordTrie(COUNT)
        self._about: Mapping[str, Any] = {"documents": 0, "letters": "", "hash": ""}
        if folder:
            self._open(folder, is_counted=is_counted)
        self.similar = lru_cache(maxsize=SLIPS_REMEMBERED)(self._similar)

    def _open(self, folder: Path, *, is_counted: bool) -> None:
        """Open all files at once: the folder may go while its words are in use."""
        self._written.mmap(str(folder / WRITTEN))
        self._words.mmap(str(folder / WORDS))
        self._spelt.mmap(str(folder / SPELT))
        if is_counted:
            self._terms.mmap(str(folder / TERMS))
            self._about = _read_about(folder)

    @property
    def splits_compounds(self) -> bool:
        """Say whether the language writes words together."""
        return bool(recipe_for(self.language).links)

    @property
    def documents(self) -> int:
        return int(self._about["documents"])

    @property
    def letters(self) -> str:
        """All letters that occur in words."""
        return str(self._about["letters"])

    @property
    def hash(self) -> str:
        """What differs as soon as the words or their counts do."""
        return str(self._about["hash"])

    def __contains__(self, word: str) -> bool:
        """Say whether the site has a word, in its written form."""
        return word in self._written

    def has_beginning(self, letters: str) -> bool:
        """Say whether any written form begins with these letters."""
        return next(self._written.iterkeys(letters), None) is not None

    def beginning(self, letters: str) -> list[str]:
        """Return all written forms that begin with these letters."""
        return list(self._written.keys(letters))

    def spelling(self, word: str) -> str:
        """Return how a word of the site is spelt: "rijbewijs" as "Rijbewijs"."""
        return self._entry(word)[0]

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the forms of a word of the site, the written one first."""
        return self._entry(word)[1:]

    def spellings(self, forms: Iterable[str]) -> frozenset[str] | None:
        """Return how the site spells words that have one of these forms.

        None where it had no page when its words were frozen: then nothing is known.
        """
        if not self.documents:
            return None
        found = (_words_at(self._spelt.get(form, ())) or (form,) for form in forms)
        return frozenset(chain.from_iterable(map(in_all_cases, chain.from_iterable(found))))

    def count(self, term: str) -> int:
        """Return how many documents have a term, 0 for one that is not known."""
        found = self._terms.get(term)
        return int(found[0][0]) if found else 0

    def count_elsewhere(self, term: str) -> int:
        """Return how many documents are called by a term in another language."""
        return self.count(f"{ELSEWHERE}{term}")

    def rarity(self, term: str) -> float:
        """Return what a term is worth: the inverse document frequency of BM25."""
        return self.rarity_of(self.count(term))

    def rarity_of(self, count: int) -> float:
        return math.log(1 + (max(0, self.documents - count) + 0.5) / (count + 0.5))

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that a compound is made of, in normal form."""
        if not self.splits_compounds:
            return ()
        return self._compounds.parts_of(normal_form(word, recipe_for(self.language).spellings))

    def _similar(self, word: str) -> tuple[str, ...]:
        """Return the words that may be meant by one that the site does not have."""
        return tuple(similar_words(word, self))

    def _entry(self, word: str) -> tuple[str, ...]:
        return tuple(_words_at(self._words[word]))

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self.language, PartWords(self.language, self._written))


def _read_about(folder: Path) -> dict[str, Any]:
    found = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    if not (isinstance(found, dict) and found.keys() >= {"documents", "letters", "hash"}):
        raise ValueError(f"{folder / ABOUT} does not tell what it should.")
    return found


class PartWords:
    """The words that compounds are made of: those of the site, and of the language.

    A stop word is none of them: a verb with a particle ("doorgeven") is no compound.
    """

    def __init__(self, language: str, of_site: Trie) -> None:
        self._of_site = of_site
        self._of_language = dictionary_words(language)
        self._stop_words = recipe_for(language).stop_words()

    def __contains__(self, word: str) -> bool:
        is_word = word in self._of_site or word in self._of_language
        return is_word and word not in self._stop_words

    def beginning(self, word: str) -> Iterable[str]:
        """Return those with which a word begins."""
        found = {*self._of_site.prefixes(word), *self._of_language.prefixes(word)}
        return found - self._stop_words
