"""Which pages are searched, and what do their documents say?

Searched are services, topics, life events and authorities: what is live and public, in a language
of the site, and neither an alias nor still in its source's language. A page is read as its
readers see it: the rows of the live source in its order, with the words of its own language; what
is not translated yet is another language's text and is not searched in this one.

Pages are read many at a time, with one query a relation, whatever their number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F
from wagtail.models import Page

from search.documents import AUDIENCES, Document
from search.page_relations import Relations, among, public_pages
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
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from wagtail.query import PageQuerySet

SEARCHED_MODELS: tuple[type[Page], ...] = (
    InformationPage,
    ProcedurePage,
    AssistancePage,
    TopicPage,
    LifeEventPage,
    AuthorityPage,
)
PAGES_AT_ONCE = 1_000

# What is read of every page, beside its words, and what only services have.
PAGE_FIELDS = (
    "pk",
    "path",
    "url_path",
    "translation_key",
    "locale_id",
    "source_locale_id",
    "words_changed_on",
    "facts_changed_on",
)
SERVICE_FACTS = ("for_citizens", "for_businesses", "confirmed_on")

# These are fields of the document by themselves, or are read by other search engines only.
NOT_IN_THE_BODY = {"title", "summary", "keywords", "seo_title", "search_description"}
ROWS_WITH_HEADINGS = {"steps": "title"}


def searched_languages() -> list[str]:
    """Return the languages that have an index."""
    return [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


def all_documents(language: str) -> Iterator[Document]:
    """Yield the documents of all searched pages of a language."""
    for model in SEARCHED_MODELS:
        pages = searched(model, language)
        keys = list(pages.order_by("pk").values_list("pk", flat=True))
        for place in range(0, len(keys), PAGES_AT_ONCE):
            part = pages.filter(pk__in=among(keys[place : place + PAGES_AT_ONCE]))
            yield from documents_of(part, language)


def documents_for(keys: Iterable[UUID], language: str) -> list[Document]:
    """Return the documents of those pages, by translation key, that are searched."""
    wanted = list(keys)
    return [
        document
        for model in SEARCHED_MODELS
        for document in documents_of(
            searched(model, language).filter(translation_key__in=wanted), language
        )
    ]


def searched(model: type[Page], language: str) -> PageQuerySet:
    """Return the pages of one kind and language that may be found."""
    return public_pages(model).filter(locale__language_code=language)


def topics_in(language: str, limit: int) -> list[dict[str, str]]:
    """Return the titles and addresses of topics, for readers who found nothing."""
    found = searched(TopicPage, language).order_by("title", "pk")[:limit]
    return [
        {"title": document.title, "url": document.url} for document in documents_of(found, language)
    ]


def documents_of(pages: PageQuerySet, language: str) -> Iterator[Document]:
    """Yield the documents of pages of one kind and language."""
    model = pages.model
    rows = _read(pages, model.word_fields)
    if not rows:
        return
    sources = _sources_of(model, rows)
    untranslated = _untranslated(model, rows, sources)
    relations = Relations(model, rows, list(sources.values()), language)
    for page in rows:
        url = relations.address_of(page)
        if url and page.pk not in untranslated:
            yield _document(model, page, sources[page.pk], url, relations)


def _read(pages: PageQuerySet, words: Iterable[str]) -> list[Any]:
    """Read what documents need as tuples: Wagtail's objects cost several times as much."""
    facts = SERVICE_FACTS if issubclass(pages.model, ServicePage) else ()
    return list(pages.values_list(*dict.fromkeys((*PAGE_FIELDS, *words, *facts)), named=True))


def _sources_of(model: Any, pages: list[Any]) -> dict[int, Any]:
    """Return the source of each page, all in one query; without one it is its own.

    Of another page's texts it has the title alone.
    """
    translations = [page.pk for page in pages if not _is_source(page)]
    keys = Page.objects.filter(pk__in=among(translations)).values("translation_key")
    found = model.objects.filter(translation_key__in=keys, locale_id=F("source_locale_id"))
    read = _read(found, ["title"]) if translations else ()
    sources = {source.translation_key: source for source in read}
    return {
        page.pk: page if _is_source(page) else sources.get(page.translation_key, page)
        for page in pages
    }


def _is_source(page: Any) -> bool:
    return bool(page.locale_id == page.source_locale_id)


def _untranslated(model: Any, pages: list[Any], sources: dict[int, Any]) -> set[int]:
    """Return the keys of translations that have their source's words, and none of their own.

    A page with nothing but a title can have a name that is the same in both languages. All texts of
    a source are read only where the title is the same.
    """
    alike = {
        page: source.pk
        for page in pages
        if (source := sources[page.pk]) is not page and page.title == source.title
    }
    if not alike:
        return set()
    names = model.word_fields
    rows = model.objects.filter(pk__in=among(alike.values())).values_list("pk", *names)
    words = {pk: dict(zip(names, texts, strict=True)) for pk, *texts in rows}
    return {page.pk for page, source in alike.items() if _has_words_of(page, words.get(source, {}))}


def _has_words_of(page: Any, words: Mapping[str, str]) -> bool:
    texts = {name: text for name in words if (text := getattr(page, name))}
    return texts.keys() > {"title"} and texts.items() <= words.items()


def _document(model: Any, page: Any, source: Any, url: str, relations: Relations) -> Document:
    texts = [getattr(page, name) for name in model.word_fields if name not in NOT_IN_THE_BODY]
    rows = {name: relations.words(page, source, name) for name in model.word_rows}
    row_headings = [
        row[relations.place_of(field, name)]
        for name, field in ROWS_WITH_HEADINGS.items()
        for row in rows.get(name, [])
    ]
    row_texts = [text for found in rows.values() for row in found for text in row]
    is_service = issubclass(model, ServicePage)
    confirmed_on = source.confirmed_on if is_service else None
    dates = (page.words_changed_on, source.facts_changed_on, confirmed_on)
    return Document(
        id=str(page.translation_key),
        language=relations.language,
        kind=model.kind,
        title=page.title,
        url=url,
        keywords=_keywords(getattr(page, "keywords", "")),
        summary=page.summary,
        headings=(*(each for text in texts for each in headings(text)), *row_headings),
        body="\n".join(filter(None, map(plain, filter(None, (*texts, *row_texts))))),
        authority=relations.authority_of(page) if is_service else "",
        topic=relations.topic_of(source),
        audience=_audience(source) if is_service else AUDIENCES,
        topics=relations.topics_of(source),
        authority_id=relations.authority_id_of(page),
        areas=relations.areas_of(source),
        confirmed_on=confirmed_on,
        updated_on=max(filter(None, dates), default=None),
        names_elsewhere=relations.names_elsewhere(page),
    )


def _audience(page: Any) -> tuple[str, ...]:
    chosen = zip(AUDIENCES, (page.for_citizens, page.for_businesses), strict=True)
    return tuple(name for name, holds in chosen if holds)


def _keywords(text: str) -> tuple[str, ...]:
    return tuple(word for each in re.split(r"[,;\n]", text) if (word := each.strip()))
