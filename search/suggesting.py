"""What is suggested to readers while they type?

    suggest(engine, "rijbew", "nl")
    → [Suggestion("Rijbewijs verlengen", "procedure", "nl", url="/nl/…"), …]

Titles of pages that have all typed words, each as the beginning of one of theirs; and questions
that search editors released, likewise. Nothing else that readers typed is ever suggested. Where
nothing has all words, those that no title has are taken for others that resemble them; codes never
are. Words that say nothing ("mijn") are not looked for, but the last may be unfinished and is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from search.beginnings import TypedText, TypedWord
from search.phrases import telling
from search.query import MOST_WORDS, clean_text
from search.released_queries import released
from search.spelling import SHORTEST_WORD
from services.language.analysis import analyse
from services.language.tokens import is_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.documents import Document
    from search.engines.embedded import EmbeddedEngine

SHORTEST_TEXT = 2
MOST_SUGGESTIONS = 8
MOST_QUERIES = 3
QUERY = "query"
LETTERS_LOOKED_UP = 2

# The words of a released question in their written form, and the question.
Released: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to show: the title of a page with its address, or a question, which has none."""

    text: str
    kind: str
    language: str
    url: str = ""


def suggest(engine: EmbeddedEngine, text: str, language: str) -> list[Suggestion]:
    """Return what a reader may mean, the likeliest first; nothing where too little is typed."""
    typed = clean_text(text)
    terms = analyse(typed, language)[:MOST_WORDS] if len(typed) >= SHORTEST_TEXT else []
    if not terms:
        return []
    words = [TypedWord(term.forms[0], term.forms) for term in terms]
    places = telling(terms, language)
    required = [words[place] for place in sorted({*places, len(words) - 1})]
    if found := _found(engine, TypedText(tuple(words), tuple(required)), language):
        return found
    others = [_corrected(engine, words[place], language) for place in places]
    if others == required:
        return []
    return _found(engine, TypedText(tuple(words), tuple(others)), language)


def _corrected(engine: EmbeddedEngine, word: TypedWord, language: str) -> TypedWord:
    """Return a word with those that resemble it, if no title has it."""
    is_short = len(word.written) < SHORTEST_WORD
    if is_short or is_code(word.written) or engine.has_title_with(language, word):
        return word
    similar = engine.vocabulary(language).similar(word.written)
    return replace(word, is_misspelt=True, similar=similar)


def _found(engine: EmbeddedEngine, typed: TypedText, language: str) -> list[Suggestion]:
    """Return titles and questions; of each, those that begin as the text does come first."""
    beginnings = (_joined(typed.words), _joined(typed.required))
    queries = _queries(typed, beginnings, language)
    pages = _pages(engine.titled(language, typed, MOST_SUGGESTIONS), language)
    shown = [*list(pages.items())[: MOST_SUGGESTIONS - len(queries)], *queries.items()]
    shown.sort(key=lambda each: not each[0].startswith(beginnings))
    return list({written: pages.get(written, each) for written, each in shown}.values())


def _pages(documents: Iterable[Document], language: str) -> dict[str, Suggestion]:
    """Return the suggestion for each title by its written form, that of the first page."""
    found: dict[str, Suggestion] = {}
    for each in documents:
        suggestion = Suggestion(each.title, each.kind, language, each.url)
        found.setdefault(_written(each.title, language), suggestion)
    return found


def _queries(typed: TypedText, beginnings: tuple[str, str], language: str) -> dict[str, Suggestion]:
    """Return the released questions that have words of these beginnings, by written form."""
    words = [word.written for word in typed.required]
    letters = max(words, key=len)[:LETTERS_LOOKED_UP]
    # No word has a space in it, so that one stands before each word and nowhere else.
    found = {
        written: Suggestion(text, QUERY, language)
        for written, text in _by_letters(released(language), language).get(letters, ())
        if all(f" {word}" in f" {written}" for word in words)
    }
    ordered = sorted(found, key=lambda written: not written.startswith(beginnings))
    return {written: found[written] for written in ordered[:MOST_QUERIES]}


@lru_cache(maxsize=32)
def _by_letters(texts: tuple[str, ...], language: str) -> Mapping[str, Sequence[Released]]:
    """Return the questions by the first letters of each of their words."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for text in texts:
        written = _written(text, language)
        for word in written.split():
            for count in range(1, LETTERS_LOOKED_UP + 1):
                found[word[:count]].setdefault(written, text)
    return {letters: list(group.items()) for letters, group in found.items()}


def _joined(words: Iterable[TypedWord]) -> str:
    return " ".join(word.written for word in words)


def _written(text: str, language: str) -> str:
    return " ".join(term.forms[0] for term in analyse(text, language))
