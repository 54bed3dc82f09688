"""Which words of a question say nothing about its subject, in each language?

They stand in `stop_word_lists`, a file a language, in ordinary spelling, and are folded when a
recipe is made. A question that consists of nothing else keeps them all.

Words that carry the subject anywhere in the business of the state are left out, whatever their
grammar ("new", "without"), and so are those whose folded form is such a word: Czech "být" ("byt",
a flat), Swedish "andra" ("ändra", to change).
"""

from __future__ import annotations

from pathlib import Path

_LISTS = Path(__file__).with_name("stop_word_lists")

STOP_WORDS = {
    path.stem: frozenset(path.read_text(encoding="utf-8").split())
    for path in sorted(_LISTS.glob("*.txt"))
}
