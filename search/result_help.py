"""What stands beside the results: pinned pages, other spellings, and pages in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.documents import SERVICE_KINDS
from search.highlighting import snippet
from search.result_facets import fixed_labels
from services.language.formats import format_language_name
from services.models.reading import words_in

if TYPE_CHECKING:
    from search.documents import Document
    from search.other_languages import Abroad
    from search.query import Question


def document_context(
    document: Document, question: Question, reader: str, *, is_best: bool = False
) -> dict[str, Any]:
    """Return what `components/hits.html` shows of a document to a reader of a language."""
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "snippet": snippet(document, question),
        "kind": fixed_labels(reader)[document.kind],
        "colour": "accent" if document.kind in SERVICE_KINDS else "neutral",
        "is_best": is_best,
        "facts": [fact for fact in (document.topic, document.authority) if fact],
        "confirmed_on": document.confirmed_on,
        "explanation": None,  # What is missing costs a template more than what is empty.
    }


def abroad_context(found: Abroad, reader: str) -> dict[str, Any]:
    """Return the same of a page in another language: its words, marked, and which language."""
    document = found.hit.document
    shown = document_context(document, found.question, reader)
    marked = {
        name: words_in(shown[name], document.language, reader) for name in ("title", "snippet")
    }
    facts = [words_in(fact, document.language, reader) for fact in shown["facts"]]
    language = format_language_name(document.language, reader)
    return {**shown, **marked, "facts": [language, *facts]}
