"""Whether a translation still follows its source, and which version of it.

A translation is stale when the words of its live source, in their order, are not those that its
approved version followed. Drafts of the source do not count. Nothing is cached.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import OuterRef, Subquery

from services.translation.models import TranslationVersion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from services.models.publication import PublishedContent

Key: TypeAlias = "tuple[UUID, int]"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a translation stands to its source: lagging or not, and the version it follows."""

    is_stale: bool = False
    follows: date | None = None


def is_stale(obj: PublishedContent) -> bool:
    """Whether the words of the live source are others than those the translation follows."""
    return standing_of(obj).is_stale


def follows_version_of(obj: PublishedContent) -> date | None:
    """The day of the source version that is followed; of a source, that of its own words."""
    return standing_of(obj).follows


def standing_of(obj: PublishedContent) -> Standing:
    """Both answers with one query (none for a source)."""
    if obj.is_source:
        return Standing(follows=obj.words_changed_on)
    model: Any = type(obj)
    source = model._base_manager.filter(
        translation_key=obj.translation_key, locale_id=obj.source_locale_id
    )
    row = (
        TranslationVersion.objects.of(obj)
        .approved()
        .annotate(live_digest=Subquery(source.values("words_digest")[:1]))
        .values_list("source_digest", "live_digest", "source_changed_on")
        .first()
    )
    return _standing(*row) if row else Standing()


def standings_of(objects: Iterable[PublishedContent]) -> list[Standing]:
    """The same for many, in their order: one query, and one for each type of object."""
    found = list(objects)
    translations = [obj for obj in found if not obj.is_source]
    digests = _live_digests(translations)
    versions = _approved_versions(translations)
    return [
        Standing(follows=obj.words_changed_on)
        if obj.is_source
        else _of_many(obj, versions, digests)
        for obj in found
    ]


def followed_digest() -> Subquery:
    """To annotate translations with: the digest of the words that the approved version follows."""
    versions = TranslationVersion.objects.approved().filter(
        translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id")
    )
    return Subquery(versions.values("source_digest")[:1])


def lags(followed: str | None, live: str | None) -> bool:
    """Whether other words are live than those that are followed.

    A version that does not tell what it follows lags. No version, or a source that was never
    published through the site, says nothing.
    """
    return followed is not None and bool(live) and followed != live


def _standing(followed: str, live: str | None, changed_on: date | None) -> Standing:
    return Standing(lags(followed, live), changed_on)


def _of_many(
    obj: PublishedContent,
    versions: dict[Key, tuple[str, date | None]],
    digests: dict[Key, str],
) -> Standing:
    version = versions.get((obj.translation_key, obj.locale_id))
    if version is None:
        return Standing()
    live = digests.get((obj.translation_key, obj.source_locale_id))
    return _standing(version[0], live, version[1])


def _approved_versions(
    translations: list[PublishedContent],
) -> dict[Key, tuple[str, date | None]]:
    if not translations:
        return {}
    rows = TranslationVersion.objects.approved().filter(
        translation_key__in={obj.translation_key for obj in translations}
    )
    return {
        (key, locale): (digest, changed_on)
        for key, locale, digest, changed_on in rows.values_list(
            "translation_key", "locale_id", "source_digest", "source_changed_on"
        )
    }


def _live_digests(translations: list[PublishedContent]) -> dict[Key, str]:
    by_model: dict[Any, list[PublishedContent]] = defaultdict(list)
    for obj in translations:
        by_model[type(obj)].append(obj)
    digests: dict[Key, str] = {}
    for model, objects in by_model.items():
        rows = model._base_manager.filter(
            translation_key__in={obj.translation_key for obj in objects},
            locale_id__in={obj.source_locale_id for obj in objects},
        )
        for key, locale, digest in rows.values_list("translation_key", "locale_id", "words_digest"):
            digests[key, locale] = digest
    return digests
