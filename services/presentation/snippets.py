"""How do contact points, legal references and authorities read in one language?

Facts are those of the live source; words are those of the live translation in the reader's
language, else the source's under its own language. A translation that lags behind its source does
not count: a card has no room for a notice. All of one kind are read in one query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from services.models.reading import Reading
from services.translation.staleness import followed_digest, lags

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from services.models.authorities import PublishedSnippet


def readings_of(model: type[PublishedSnippet], keys: Iterable[int], language: str) -> list[Reading]:
    """The live ones of the snippets that were chosen by key, in that order."""
    chosen = list(keys)
    if not chosen:
        return []
    wanted = model._base_manager.filter(pk__in=chosen).values("translation_key")
    readings = _read(model._base_manager.filter(translation_key__in=wanted), language)
    by_pk = {pk: reading for reading, pks in readings.values() for pk in pks}
    return [by_pk[key] for key in chosen if key in by_pk]


def reading_where(snippets: QuerySet[Any], language: str) -> Reading | None:
    """The one snippet that the query finds by translation key."""
    found = list(_read(snippets, language).values())
    return found[0][0] if found else None


def _read(snippets: QuerySet[Any], language: str) -> dict[UUID, tuple[Reading, list[int]]]:
    """By translation key: the reading, and the keys of the rows it was made of."""
    found = list(
        snippets.filter(live=True)
        .filter(Q(locale__language_code=language) | Q(locale_id=F("source_locale_id")))
        .annotate(followed=followed_digest())
        .select_related("locale")
    )
    sources = {obj.translation_key: obj for obj in found if obj.is_source}
    own = {obj.translation_key: obj for obj in found if obj.locale.language_code == language}
    readings = {}
    for key, source in sources.items():
        obj = own.get(key, source)
        obj.source = source
        shown = source if lags(obj.followed, source.words_digest) else obj
        readings[key] = (Reading(shown, language=language), [source.pk, obj.pk])
    return readings
