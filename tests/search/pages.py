"""Pages in several languages, live, as the translators would have left them."""

from __future__ import annotations

from typing import Any

from search.page_documents import documents_for
from tests import factories


def translate(page: Any, language: str, **words: Any) -> Any:
    """Put a translation of a page live, with these words in place of the source's."""
    parent = page.get_parent()
    if not parent.has_translation(factories.locale(language)):
        translate(parent.specific, language, title=f"{parent.title} ({language})")
    copy = page.copy_for_translation(factories.locale(language))
    for name, text in words.items():
        setattr(copy, name, text)
    copy.live = True
    copy.has_unpublished_changes = False
    copy.save()
    return type(page).objects.get(pk=copy.pk)


def translate_rows(page: Any, relation: str, **words: Any) -> None:
    """Give the rows of a translation these words; lists give each row its own."""
    for place, row in enumerate(getattr(page, relation).all()):
        for name, texts in words.items():
            setattr(row, name, texts[place])
        row.save()


def the_document(page: Any, language: str = "nl") -> Any:
    """The one document that a page has in a language."""
    found = documents_for([page.translation_key], language)
    assert len(found) == 1
    return found[0]
