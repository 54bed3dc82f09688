"""Which pages are searched, and what do their documents say?

Searched are services, topics, life events and authorities: what is live and public, in a language
of the site, and neither an alias nor still in its source's language. A page is read as its
readers see it: the rows of the live source in its order, with the words of its own language; what
is not translated yet is another language's text and is not searched in this one.

Pages are read many at a time, with one query a relation, whatever their number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db.models import F

from search.documents import AUDIENCES, Document
from search.page_relations import Relations
from search.plain_text import headings, plain
from services.models import (
    AssistancePage,
    AuthorityPage,
    InformationPage,
    LifeEventPage,
    ProcedurePage,
    ServicePage,
    TopicPage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from wagtail.models import Page
    from wagtail.query import PageQuerySet

SEARCHED_MODELS: tuple[type[Page], ...] = (
    InformationPage,
    ProcedurePage,
    AssistancePage,
    TopicPage,
    LifeEventPage,
    AuthorityPage,
)
PAGES_AT_ONCE = 500

# These are fields of the document by themselves, or are read by other search engines only.
NOT_IN_THE_BODY = {"title", "summary", "keywords", "seo_title", "search_description"}
ROWS_WITH_HEADINGS = {"steps": "title"}


def searched_languages() -> list[str]:
    """Return the languages that have an index."""
    return [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


def all_documents(language: str) -> Iterator[Document]:
    """Yield the documents of all searched pages of a language."""
    for model in SEARCHED_MODELS:
        keys = list(searched(model, language).order_by("pk").values_list("pk", flat=True))
        for place in range(0, len(keys), PAGES_AT_ONCE):
            pages = searched(model, language).filter(pk__in=keys[place : place + PAGES_AT_ONCE])
            yield from documents_of(list(pages), language)


def documents_for(keys: Iterable[UUID], language: str) -> list[Document]:
    """Return the documents of those pages, by translation key, that are searched."""
    wanted = list(keys)
    return [
        document
        for model in SEARCHED_MODELS
        if (pages := list(searched(model, language).filter(translation_key__in=wanted)))
        for document in documents_of(pages, language)
    ]


def searched(model: type[Page], language: str) -> PageQuerySet:
    """Return the pages of one kind and language that may be found."""
    live = cast("PageQuerySet", model.objects.live().public())
    return live.filter(alias_of__isnull=True, locale__language_code=language)


def topics_in(language: str, limit: int) -> list[dict[str, str]]:
    """Return the titles and addresses of topics, for readers who found nothing."""
    found = list(searched(TopicPage, language).order_by("title", "pk")[:limit])
    return [
        {"title": document.title, "url": document.url} for document in documents_of(found, language)
    ]


def documents_of(pages: list[Page], language: str) -> Iterator[Document]:
    """Yield the documents of pages of one kind and language."""
    if not pages:
        return
    _find_sources(pages)
    relations = Relations(pages, language)
    for page in pages:
        source = page.source or page
        url = relations.address_of(page)
        if url and not _is_untranslated(page, source):
            yield _document(page, source, url, relations)


def _find_sources(pages: list[Page]) -> None:
    """Give each translation its source, all in one query."""
    keys = [page.translation_key for page in pages if not page.is_source]
    if not keys:
        return
    found = type(pages[0]).objects.filter(translation_key__in=keys, locale_id=F("source_locale_id"))
    sources = {source.translation_key: source for source in found}
    for page in pages:
        if not page.is_source:
            page.__dict__["_source"] = sources.get(page.translation_key)


def _is_untranslated(page: Page, source: Page) -> bool:
    """Say whether a translation has the words of its source, and nothing of its own.

    A page with nothing but a title can have a name that is the same in both languages.
    """
    if page.is_source or source is page:
        return False
    texts = {name: getattr(page, name) for name in page.word_fields if getattr(page, name)}
    return set(texts) > {"title"} and all(
        text == getattr(source, name) for name, text in texts.items()
    )


def _document(page: Any, source: Any, url: str, relations: Relations) -> Document:
    texts = [getattr(page, name) for name in page.word_fields if name not in NOT_IN_THE_BODY]
    rows = {name: relations.words(page, source, name) for name in page.word_rows}
    row_headings = [
        row[field] for name, field in ROWS_WITH_HEADINGS.items() for row in rows.get(name, [])
    ]
    row_texts = [text for found in rows.values() for row in found for text in row.values()]
    is_service = isinstance(page, ServicePage)
    return Document(
        id=str(page.translation_key),
        language=relations.language,
        kind=page.kind,
        title=page.title,
        url=url,
        keywords=_keywords(getattr(page, "keywords", "")),
        summary=page.summary,
        headings=(*(each for text in texts for each in headings(text)), *row_headings),
        body="\n".join(filter(None, map(plain, (*texts, *row_texts)))),
        authority=relations.authority_of(page) if is_service else "",
        topic=relations.topic_of(source),
        audience=tuple(source.audience) if is_service else AUDIENCES,
        topics=relations.topics_of(source),
        confirmed_on=source.confirmed_on if is_service else None,
    )


def _keywords(text: str) -> tuple[str, ...]:
    return tuple(word for each in re.split(r"[,;\n]", text) if (word := each.strip()))
