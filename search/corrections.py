"""What may a reader have meant who misspelt a word?

Each word that the site does not have is replaced by the most frequent of those that resemble it.
Where the site has some of the other words, the correction is only offered (`did_you_mean`); where
it has none, nothing would be found without it, and it is what results are shown for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.expansion import Word
    from search.query import Question
    from search.vocabulary import Vocabulary

NOUNS_ARE_CAPITALS = frozenset({"de"})


def correction_of(question: Question) -> str:
    """Return the question with its misspelt words corrected; empty where none can be."""
    pieces: list[str] = []
    place = 0
    for word in sorted(question.words, key=lambda word: word.start):
        if word.similar:
            pieces += [question.text[place : word.start], _corrected(word, question.vocabulary)]
            place = word.end
    return "".join([*pieces, question.text[place:]]) if pieces else ""


def is_all_misspelt(question: Question) -> bool:
    """Say whether only words that resemble those of the question can find anything."""
    met = [word for word in question.words if word.is_met]
    return bool(met) and not any(word.is_known or word.foreign for word in met)


def _corrected(word: Word, vocabulary: Vocabulary) -> str:
    spelling = vocabulary.spelling(word.similar[0])
    keeps_capitals = vocabulary.language in NOUNS_ARE_CAPITALS or not word.text.islower()
    return spelling if keeps_capitals else spelling.lower()
