"""What stands beside the results: pinned pages, other spellings, and pages in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from search.documents import SERVICE_KINDS
from search.highlighting import snippet
from search.result_facets import fixed_labels
from services.language.formats import format_language_name
from services.models.reading import words_in
from services.presentation.kept import Kept
from services.presentation.markup import filled_in
from services.templatetags.formats import time_element
from services.templatetags.words import tag

if TYPE_CHECKING:
    from datetime import date

    from search.documents import Document
    from search.other_languages import Abroad
    from search.query import Question
    from services.models.reading import Words


def document_context(
    document: Document, question: Question, reader: str, *, is_best: bool = False
) -> dict[str, Any]:
    """Return what `components/hits.html` shows of a document to a reader of a language."""
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "snippet": snippet(document, question),
        "is_best": is_best,
        "facts": [
            *([_recommended(reader)] if is_best else ()),
            _kinds.of((document.kind, reader)),
            *_names(document, reader),
            *([_checks.of((document.confirmed_on, reader))] if document.confirmed_on else ()),
        ],
        "explanation": None,  # What is missing costs a template more than what is empty.
    }


def abroad_context(found: Abroad, reader: str) -> dict[str, Any]:
    """Return the same of a page in another language, its words marked."""
    document = found.hit.document
    shown = document_context(document, found.question, reader)
    marked = {
        name: words_in(shown[name], document.language, reader) for name in ("title", "snippet")
    }
    return {**shown, **marked}


def _names(document: Document, reader: str) -> list[Words | str]:
    """Return topic and authority; of a page in another language first which one."""
    names = [name for name in (document.topic, document.authority) if name]
    if document.language == reader:
        return [*names]
    marked = (words_in(name, document.language, reader) for name in names)
    return [format_language_name(document.language, reader), *marked]


def _recommended(reader: str) -> str:
    with translation.override(reader):
        return tag(_("Recommended"), "accent")


def _kind(key: tuple[str, str]) -> str:
    kind, reader = key
    return tag(fixed_labels(reader)[kind], "accent" if kind in SERVICE_KINDS else "neutral")


def _checked(key: tuple[date, str]) -> str:
    day, reader = key
    with translation.override(reader):
        return filled_in("{} {}", _("Checked"), time_element(day))


_kinds = Kept(_kind)
_checks = Kept(_checked)
