"""What does a reader ask, and which filters have they chosen?

Whatever stands in the address is made harmless here: control characters go, space is collapsed,
200 characters and 16 words are read, pages run from 1 to 100, and filters that cannot exist are
left out. So everything that follows may trust its input, and no input is an error.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeAlias

from search.areas import AREA_KEY, is_local
from search.documents import AUDIENCES, KINDS
from search.expansion import AS_TYPED, expand
from search.phrases import telling
from search.ranking import FEWEST_PAGES_FOR_COMMON, SHARE_OF_COMMON, required_words
from search.vocabulary import Vocabulary, in_all_cases
from services.language.analysis import analyse
from services.language.normal_form import printable
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from django.http import QueryDict

    from search.expansion import Word
    from search.synonyms import Expansion
    from services.language.analysis import Term

    SynonymFinder: TypeAlias = Callable[[Sequence[Term], str], Iterable[Expansion]]

LONGEST_QUERY = 200
MOST_WORDS = 16
LAST_PAGE = 100
MOST_SPELLINGS = 1_000  # To look for more of them takes longer than to analyse a page.
ABBREVIATION = re.compile(r"[^\W\d_]{2,6}")
QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
MOST_VALUES = 20

# What can be chosen: one of these values, or a value of this shape.
FIXED_VALUES = {"kind": KINDS, "audience": AUDIENCES}
PAGE_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SHAPES = {"topic": PAGE_KEY, "authority": PAGE_KEY, "area": AREA_KEY}
FACETS = (*FIXED_VALUES, *SHAPES)

BY_TITLE = "title"
LITERALLY = "exact"
EXPLAIN = "explain"
SORTS = ("relevance", BY_TITLE)


@dataclass(frozen=True)  # No slots: what is made of the words is kept.
class Question:
    """What is asked, as the engines understand it: weighted terms, and how many must be met.

    Each of `phrases`, words as they are written, must stand in a page just so. The documents
    `left_out`, by id, are not found. It is understood by the words of a `vocabulary`.
    """

    language: str
    text: str
    vocabulary: Vocabulary = field(compare=False, repr=False)
    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    is_loose: bool = False
    left_out: frozenset[str] = frozenset()

    def without_phrases(self) -> Self:
        """Return the question for the words alone."""
        return replace(self, phrases=(), is_loose=True)

    def without(self, ids: Iterable[str]) -> Self:
        """Return the question that does not find these documents."""
        left_out = self.left_out.union(ids)
        return self if left_out == self.left_out else replace(self, left_out=left_out)

    @cached_property
    def asked(self) -> tuple[Word, ...]:
        """The words that are looked for."""
        return tuple(word for word in self.words if not word.is_common)

    @cached_property
    def met(self) -> tuple[Word, ...]:
        """The words that are looked for, and that the site has."""
        return tuple(word for word in self.asked if word.is_met)

    @cached_property
    def required(self) -> int:
        """How many of the words a page must have."""
        return max(1, required_words(len(self.met)))

    @cached_property
    def worth(self) -> float:
        """What a page gets that has all words that some page has."""
        return sum(word.worth for word in self.met)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All terms of all words: what is marked in a snippet."""
        return frozenset(term for word in self.words for term in word.terms)

    @cached_property
    def spellings(self) -> AbstractSet[str] | None:
        """How words with these forms are spelt; None where that is not known, or there are many.

        Known are the spellings that the site had when its index was built and, for what is newer,
        the words as they were typed.
        """
        known = self.vocabulary.spellings(self.forms)
        if known is None or len(known) > MOST_SPELLINGS:
            return None
        return known.union(*(in_all_cases(word.text) for word in self.words))


@dataclass(frozen=True, slots=True)
class Selection:
    """The values chosen in each facet, and the order; no value chosen means all.

    Where areas are chosen, `around` are those in which these lie: what holds there holds here.
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    around: tuple[str, ...] = ()
    by_title: bool = False
    literally: bool = False

    def __bool__(self) -> bool:
        return bool(self.chosen)

    def of(self, facet: str) -> tuple[str, ...]:
        return next((values for name, values in self.chosen if name == facet), ())

    @property
    def filters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What an engine filters by: of each facet any of the values."""
        return tuple(
            (facet, (*values, *self.around) if facet == "area" else values)
            for facet, values in self.chosen
        )

    @property
    def local_areas(self) -> tuple[str, ...]:
        """The chosen areas and those around them, but for the whole country."""
        areas = (*self.of("area"), *self.around)
        return tuple(area for area in areas if is_local(area))

    def without(self, facet: str) -> Self:
        """Return the selection in all other facets."""
        kept = tuple(pair for pair in self.chosen if pair[0] != facet)
        return replace(self, chosen=kept, around=() if facet == "area" else self.around)

    def without_value(self, facet: str, value: str) -> Self:
        """Return the selection without one of its values."""
        kept = tuple(each for each in self.of(facet) if each != value)
        return self.with_values(facet, kept)

    def with_values(self, facet: str, values: tuple[str, ...]) -> Self:
        """Return the selection with these values of a facet in place of those it has."""
        found = {**dict(self.chosen), facet: values}
        chosen = ((name, found[name]) for name in FACETS if found.get(name))
        return replace(self, chosen=tuple(chosen))

    def cleared(self) -> Self:
        """Return the selection without any filter, in the same order."""
        return replace(self, chosen=(), around=())

    @property
    def sort(self) -> str:
        return SORTS[self.by_title]


def clean_text(text: str) -> str:
    """Return what is read of a typed text."""
    return " ".join(printable(text[: 10 * LONGEST_QUERY]).split())[:LONGEST_QUERY].strip()


def ask(
    text: str,
    language: str,
    vocabulary: Vocabulary | None = None,
    synonyms_for: SynonymFinder | None = None,
    *,
    literally: bool = False,
) -> Question:
    """Turn a typed text into a question; one without words finds nothing.

    Literally, no word is taken for another that resembles it.
    """
    cleaned = clean_text(text)
    known = vocabulary or Vocabulary(language)
    terms = analyse(cleaned, language)
    abbreviations = set(_abbreviations(terms))
    places = _asked(terms, language, abbreviations)
    synonyms = synonyms_for(terms, language) if synonyms_for else ()
    meanings = _meanings(terms, {terms[place].forms for place in places}, synonyms)
    words = [
        expand(
            terms[place],
            known,
            meanings[terms[place].forms],
            literally=literally,
            is_abbreviation=place in abbreviations,
        )
        for place in places
    ]
    return Question(
        language,
        cleaned,
        known,
        tuple(_with_common_marked(words, known)),
        phrases=tuple(_phrases(cleaned, language)),
        is_loose=not all(word.is_known for word in words),
    )


def select(parameters: QueryDict) -> Selection:
    """Read the chosen filters and order of an address, the filters in that of the facets."""
    picked = ((facet, _values(facet, parameters.getlist(facet))) for facet in FACETS)
    chosen = tuple((facet, values) for facet, values in picked if values)
    return Selection(
        chosen,
        by_title=parameters.get("sort") == BY_TITLE,
        literally=bool(parameters.get(LITERALLY)),
    )


def page_number(text: str) -> int:
    """Read the number of a page of results; what is none is the first."""
    digits = text.strip().lstrip("0")
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(LAST_PAGE, int(digits[:4]))


def _values(facet: str, written: list[str]) -> tuple[str, ...]:
    if facet in FIXED_VALUES:
        return tuple(value for value in FIXED_VALUES[facet] if value in written)
    possible = (value for value in written if SHAPES[facet].fullmatch(value))
    return tuple(dict.fromkeys(possible))[:MOST_VALUES]


def _asked(terms: Sequence[Term], language: str, abbreviations: AbstractSet[int]) -> list[int]:
    """Return the places of the words to look for, each word once."""
    places: dict[tuple[str, ...], int] = {}
    for place in sorted({*telling(terms, language), *abbreviations}):
        places.setdefault(terms[place].forms, place)
    return list(places.values())[:MOST_WORDS]


def _abbreviations(terms: Sequence[Term]) -> Iterator[int]:
    """Yield the places of abbreviations ("EHIC"): who types everything in capitals has none."""
    if len(terms) == 1 or not all(term.text.isupper() for term in terms):
        yield from (n for n, term in enumerate(terms) if _is_abbreviation(term.text))


def _is_abbreviation(text: str) -> bool:
    return text.isupper() and ABBREVIATION.fullmatch(text) is not None


def _with_common_marked(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Mark the words that most pages have, unless there is no other that some page has."""
    marked = [replace(word, is_common=_is_common(word, vocabulary)) for word in words]
    return marked if any(word.is_met and not word.is_common for word in marked) else words


def _is_common(word: Word, vocabulary: Vocabulary) -> bool:
    """Say whether most pages have a word that stands for nothing else; a code tells much."""
    if is_code(word.written) or any(sense.way != AS_TYPED for sense in word.senses):
        return False
    most = SHARE_OF_COMMON * max(FEWEST_PAGES_FOR_COMMON, vocabulary.documents)
    return any(vocabulary.count(term) > most for term in word.terms)


def _meanings(
    terms: Sequence[Term], asked: AbstractSet[tuple[str, ...]], synonyms: Iterable[Expansion]
) -> Mapping[tuple[str, ...], Mapping[str, float]]:
    """Return the synonyms of each word, by its forms, with the share that the word has in each.

    A page that has the synonym of several words has all of them that are looked for.
    """
    found: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for each in synonyms:
        meant = asked & {term.forms for term in terms[each.start : each.stop]}
        for forms in meant:
            found[forms][each.phrase] = 1 / len(meant)
    return found


def _phrases(text: str, language: str) -> Iterable[tuple[str, ...]]:
    for match in QUOTED.finditer(text):
        words = tuple(term.forms[0] for term in analyse(match[1], language))
        if len(words) > 1:
            yield words[:MOST_WORDS]
