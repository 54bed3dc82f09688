"""Which addresses the sitemap names: all that is live and public, in every language.

Rows are read as tuples, never as pages: an index of 30,000 pages must not take seconds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.db.models import Count, F, Max, OuterRef, Subquery, TextField
from django.db.models.functions import Cast, Coalesce, Greatest
from wagtail.models import Locale, Page

from services.gateway.addresses import Addresses, x_default
from services.models.publication import PublishedContent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.db.models import Q
    from wagtail.query import PageQuerySet

# A key is only compared: as a text it is read at half the price.
KEY = Cast("translation_key", TextField())
MAX_ADDRESSES = 5000
MAX_FILES = 50_000  # More may not stand in an index.


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """One file of the index; numbers count from 1 within a language."""

    language: str
    number: int
    changed_at: datetime | None


@dataclass(slots=True)
class Entry:
    """One address with the same page in all languages, itself among them."""

    address: str
    changed_at: datetime | None
    alternates: dict[str, str] = field(default_factory=dict)
    x_default: str = ""


class Sitemap:
    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses

    def files(self) -> Iterator[SitemapFile]:
        """The files of all languages: as many as their pages need, none for a language without."""
        languages = self._pages().order_by("locale__language_code").values("locale__language_code")
        counted = languages.annotate(count=Count("pk"))
        counts = dict(counted.values_list("locale__language_code", "count"))
        for language in sorted(counts):
            for number in range(1, -(-counts[language] // MAX_ADDRESSES) + 1):
                # Both apart, since to compare them page by page takes three times as long.
                latest = self._with_source(language, number).aggregate(
                    own=Max("last_published_at"), source=Max("of_source")
                )
                dates = filter(None, latest.values())
                yield SitemapFile(language, number, max(dates, default=None))

    def entries(self, language: str, number: int) -> list[Entry]:
        """The addresses of one file; none if there is no such file."""
        if not 0 < number <= MAX_FILES:
            return []
        columns = (KEY, "url_path", "changed_at", "source_locale")
        rows = list(self._dated(language, number).values_list(*columns))
        alternates = self._alternates(language, number)
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        return [
            Entry(
                self._addresses.of(language, url_path),
                changed_at,
                alternates[key],
                x_default(alternates[key], codes.get(source, "")),
            )
            for key, url_path, changed_at, source in rows
        ]

    def _pages(self, *languages: str) -> PageQuerySet:
        pages = Page.objects.live().exclude(self._private).filter(alias_of__isnull=True)
        return pages.filter(self._addresses.pages(*languages))

    @cached_property
    def _private(self) -> Q:
        """As `public()` has it, which would ask for every file anew."""
        return cast("Q", Page.objects.all().private_q())

    def _file(self, language: str, number: int) -> PageQuerySet:
        start = (number - 1) * MAX_ADDRESSES
        return self._pages(language).order_by("pk")[start : start + MAX_ADDRESSES]

    def _dated(self, language: str, number: int) -> PageQuerySet:
        """The pages of a file with the date of their last change.

        A translation shows the facts of its source: a new fee changes it, too.
        """
        own, source = F("last_published_at"), F("of_source")
        return self._with_source(language, number).annotate(
            changed_at=Greatest(Coalesce(own, source), Coalesce(source, own))
        )

    def _with_source(self, language: str, number: int) -> PageQuerySet:
        """The pages of a file with their source's language and the date of its publication."""
        sources = [f"{model._meta.model_name}__source_locale" for model in _models_with_a_source()]
        source = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=OuterRef("source_locale")
        )
        return (
            self._file(language, number)
            .annotate(source_locale=Coalesce(*sources, "locale_id"))
            .annotate(of_source=Subquery(source.order_by().values("last_published_at")[:1]))
        )

    def _alternates(self, language: str, number: int) -> dict[str, dict[str, str]]:
        """The address in each language of every page of the file."""
        keys = self._file(language, number).values("translation_key")
        rows = self._pages().filter(translation_key__in=keys)
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for key, code, url_path in rows.order_by().values_list(
            KEY, "locale__language_code", "url_path"
        ):
            found[key][code] = self._addresses.of(code, url_path)
        order = self._addresses.languages
        return {
            key: {code: own[code] for code in order if code in own} for key, own in found.items()
        }


def _models_with_a_source() -> list[Any]:
    """The page types in whose own table the source's language stands."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, PublishedContent)
        and issubclass(model, Page)
        and model._meta.get_field("source_locale").model is model
    ]
