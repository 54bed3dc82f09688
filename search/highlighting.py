"""Which part of a page does a result show, and which of its words are marked?

The words are found by the same analysis as the page itself, so an inflected or accent-less word
is marked where it was found: in every spelling that the site had when its index was built, and on a
page that is newer also as it was typed. The answer is HTML: all text is escaped, and nothing but
`<mark>` stands in it. A heading, or the end of a list's line, is set off by a dot from the rest.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from services.language.analysis import terms_with

if TYPE_CHECKING:
    from search.documents import Document
    from search.query import Question
    from services.language.analysis import Term

LENGTH = 220
LONGEST_TEXT = 20_000
MOST_PLACES = 50
ELLIPSIS = "…"
LINE_END = re.compile(r"([.,;:!?…]?)\s*\n\s*")


def snippet(document: Document, question: Question) -> SafeString:
    """Return the summary if it has a word of the question, else the best part of the text."""
    forms = question.forms
    spellings = question.spellings
    summary = terms_with(forms, document.summary, document.language, spellings)
    if document.summary and (summary or not document.body):
        return _marked(document.summary, summary)
    body = document.body[:LONGEST_TEXT]
    found = terms_with(forms, body, document.language, spellings)
    if not found:
        return _marked(document.summary or _cut(body, 0), [])
    return _window(body, found)


def _window(text: str, found: list[Term]) -> SafeString:
    """Return the stretch of text in which most different words of the question stand."""
    first = found[:MOST_PLACES]
    best = max(first, key=lambda term: _variety(first, term.start))
    start = _start_of_sentence(text, best.start)
    shown = _cut(text, start)
    end = start + len(shown)
    if end < len(text):
        end = start + len(shown.rstrip(" ,;:\n"))
    inside = [term for term in found if start <= term.start and term.end <= end]
    before = ELLIPSIS if start else ""
    after = ELLIPSIS if end < len(text) else ""
    return mark_safe(f"{before}{_marked(text, inside, start, end)}{after}")  # noqa: S308


def _variety(found: list[Term], start: int) -> int:
    return len({term.forms for term in found if start <= term.start < start + LENGTH})


def _start_of_sentence(text: str, place: int) -> int:
    """Return where to begin: at the sentence, if it begins near, else at a word."""
    earliest = max(0, place - LENGTH // 2)
    ends = [
        found + len(sign)
        for sign in (". ", "? ", "! ", "\n")
        if (found := text.rfind(sign, earliest, place)) >= 0
    ]
    if ends or not earliest:
        return max(ends, default=0)
    return text.find(" ", earliest, place) + 1 or place


def _cut(text: str, start: int) -> str:
    """Return at most `LENGTH` characters, ending with a word."""
    if len(text) - start <= LENGTH:
        return text[start:]
    end = text.rfind(" ", start + LENGTH // 2, start + LENGTH)
    return text[start : end if end > 0 else start + LENGTH]


def _marked(text: str, found: list[Term], start: int = 0, end: int | None = None) -> SafeString:
    pieces = []
    place = start
    for term in found:
        before = _on_one_line(text[place : term.start])
        pieces += [escape(before), "<mark>", escape(term.text), "</mark>"]
        place = term.end
    pieces.append(escape(_on_one_line(text[place:end])))
    return mark_safe("".join(pieces))  # noqa: S308  # Every piece of text is escaped above.


def _on_one_line(text: str) -> str:
    """Return the text with a dot where a line ends that no sign ends."""
    if "\n" not in text:
        return text
    return LINE_END.sub(lambda end: f"{end[1]} " if end[1] else " · ", text)
