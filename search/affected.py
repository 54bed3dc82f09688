"""Which documents may be different after a page was saved, moved, restricted or deleted?

A place is a page's translation key with a language. A source's rows and relations are read by all
its languages, and in each the page is found by the names that it has in the others. An authority's
title stands in the documents of the services below it, a topic's in those of its services and life
events, and a territory's code in those of the services that hold there; and an address changes with
those above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from search.page_documents import SEARCHED_MODELS
from services.models import (
    AuthorityPage,
    LifeEventTopic,
    ServiceTerritory,
    ServiceTopic,
    Territory,
    TopicPage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.query import PageQuerySet

Place: TypeAlias = tuple[UUID, str]

# Saving nothing but these leaves what readers see as it was.
DRAFT_FIELDS = frozenset(
    """draft_title has_unpublished_changes latest_revision latest_revision_created_at locked
    locked_at locked_by locked_by_id latest_revision_id owner owner_id show_in_menus
    search_description""".split()  # noqa: SIM905  # A list of words reads better as one.
)


def is_public_change(update_fields: frozenset[str] | None) -> bool:
    """Say whether saving these fields (None: all) can change what readers see."""
    return update_fields is None or not DRAFT_FIELDS.issuperset(update_fields)


def outline(page: Page) -> tuple[str, str, bool] | None:
    """Return what other pages' documents take from a page, as the database has it."""
    stored = Page.objects.filter(pk=page.pk).values_list("url_path", "title", "live")
    return stored.first() if page.pk else None


def places_of(page: Page) -> list[Place]:
    """Return where a page itself is read: in all its languages."""
    if page.specific_class not in SEARCHED_MODELS:
        return []
    return _places(Page.objects.filter(translation_key=page.translation_key))


def dependent_places(page: Page) -> list[Place]:
    """Return where a page's title or address is read beside its own document."""
    if page.specific_class is TopicPage:
        keys = {key for rows in (ServiceTopic, LifeEventTopic) for key in _keys_with(rows, page)}
        return [(key, page.locale.language_code) for key in keys]
    return places_below(page)


def places_restricted_with(page: Page) -> list[Place]:
    """Return where a page and those below it are read, or a title of theirs."""
    topics = TopicPage.objects.descendant_of(page, inclusive=True).select_related("locale")
    beside = [place for topic in topics for place in dependent_places(topic)]
    return [*places_below(page, inclusive=True), *beside]


def places_in(territory: Territory) -> list[Place]:
    """Return where the services of a territory are read: its key stands in their documents."""
    rows = ServiceTerritory.objects.filter(territory=territory)
    keys = rows.values_list("page__translation_key", flat=True)
    return _places(Page.objects.filter(translation_key__in=keys))


def places_below(page: Page, *, inclusive: bool = False) -> list[Place]:
    """Return where the searched pages below a page are read."""
    return _places(Page.objects.descendant_of(page, inclusive=inclusive))


def has_dependents(page: Page) -> bool:
    """Say whether other documents can take something from this page."""
    return page.numchild > 0 or page.specific_class in {AuthorityPage, TopicPage}


def _keys_with(rows: Any, topic: Page) -> Iterable[UUID]:
    """Return the translation keys of the pages that have a topic, by one kind of rows."""
    found = rows.objects.filter(topic__translation_key=topic.translation_key)
    return found.values_list("page__translation_key", flat=True)


def _places(pages: PageQuerySet) -> list[Place]:
    types = ContentType.objects.get_for_models(*SEARCHED_MODELS).values()
    found = pages.filter(content_type__in=types)
    return list(found.values_list("translation_key", "locale__language_code"))
