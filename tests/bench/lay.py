"""Lays a large site: thousands of services, copied from those that are there, with other words.

Written straight into the tables, since what is measured is how they are read. Each text keeps its
sense and length; some of its long words give way to compounds, drawn from as many as a large site
has, so that the index is no smaller than in real life.
"""

from __future__ import annotations

import copy
import random
import re
import uuid
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import F
from wagtail.models import Page

from services.models import AssistancePage, InformationPage, ProcedurePage

if TYPE_CHECKING:
    from collections.abc import Iterable

MODELS = (InformationPage, ProcedurePage, AssistancePage)
SERVICES_AT_ONCE = 40
COMPOUNDS = 50_000  # Words of a language that the patterns do not have.
FIRST_PLACE = 100_000  # In the tree, behind the children that a parent has.
SHARE = 0.25  # Of the long words, those that are replaced.
LONG_WORD = re.compile(r"(?<=\s)[a-zà-ÿ]{7,}(?=[\s.,;])")
NAMESPACE = uuid.UUID("6f2b2b0e-3c1c-4f43-9d3e-0c7f5f2b1f5a")


def lay_services(count: int) -> None:
    """Add so many live services in all the languages of the patterns."""
    if not count:
        return
    layer = _Layer()
    for first in range(0, count, SERVICES_AT_ONCE):
        with transaction.atomic():
            layer.lay(range(first, min(first + SERVICES_AT_ONCE, count)))
    layer.count_children()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class _Layer:
    def __init__(self) -> None:
        self.random = random.Random(4)
        self.patterns = _patterns()
        self.rows = {page.pk: _rows(page) for versions in self.patterns for page in versions}
        self.parents = {page.path: page for page in Page.objects.all()}
        self.new_children: dict[str, int] = defaultdict(int)
        self.next_pk = max(Page.objects.values_list("pk", flat=True)) + 1
        self.words = {
            language: _compounds(versions, self.random)
            for language, versions in _by_language(self.patterns).items()
        }

    def lay(self, numbers: Iterable[int]) -> None:
        """Write a batch of services, table by table."""
        pages: dict[type, list[Any]] = defaultdict(list)
        rows: dict[type, list[Any]] = defaultdict(list)
        for number in numbers:
            key = uuid.uuid5(NAMESPACE, str(number))
            for pattern in self.patterns[number % len(self.patterns)]:
                page = self._page(pattern, number, key)
                pages[type(page)].append(page)
                for row in self.rows[pattern.pk]:
                    rows[type(row)].append(self._row(row, page, number))
        for model, own in pages.items():
            _insert(model, own)
        for model, own in rows.items():
            model._base_manager.bulk_create(own)

    def count_children(self) -> None:
        for path, count in self.new_children.items():
            Page.objects.filter(path=path).update(numchild=F("numchild") + count)

    def _page(self, pattern: Any, number: int, key: uuid.UUID) -> Any:
        page = copy.copy(pattern)
        parent = self.parents[pattern.path[: -Page.steplen]]
        self.new_children[parent.path] += 1
        page.path = Page._get_path(parent.path, pattern.depth, FIRST_PLACE + number)
        page.pk = page.id = page.page_ptr_id = page.servicepage_ptr_id = self.next_pk
        self.next_pk += 1
        page.translation_key = key
        page.slug = f"{pattern.slug}-{number}"
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.latest_revision_id = page.live_revision_id = None
        self._reword(page, pattern, number)
        page.draft_title = page.title
        return page

    def _row(self, pattern: Any, page: Any, number: int) -> Any:
        row = copy.copy(pattern)
        row.pk, row.page_id = None, page.pk
        if hasattr(row, "translation_key"):
            row.translation_key = uuid.uuid5(row.translation_key, str(number))
            self._reword(row, pattern, number)
        return row

    def _reword(self, obj: Any, pattern: Any, number: int) -> None:
        words = self.words[pattern.locale.language_code]
        for name in pattern.word_fields:
            text = getattr(pattern, name)
            limit = pattern._meta.get_field(name).max_length
            setattr(
                obj, name, LONG_WORD.sub(lambda match: self._other(match[0], words), text)[:limit]
            )
        if hasattr(obj, "title"):
            obj.title = f"{pattern.title} {number}"

    def _other(self, word: str, words: list[str]) -> str:
        return self.random.choice(words) if self.random.random() < SHARE else word


def _patterns() -> list[list[Any]]:
    """The services that are there: of each, all languages."""
    found: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for model in MODELS:
        pages = model.objects.live().select_related("locale").order_by("pk")
        for page in pages:
            found[page.translation_key].append(page)
    return list(found.values())


def _by_language(patterns: list[list[Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for versions in patterns:
        for page in versions:
            found[page.locale.language_code].append(page)
    return found


def _compounds(pages: list[Any], chance: random.Random) -> list[str]:
    """Long words that are made of two words of these pages."""
    texts = [getattr(page, name) for page in pages for name in page.word_fields]
    parts = sorted({word for text in texts for word in LONG_WORD.findall(text)})
    return [chance.choice(parts) + chance.choice(parts) for _ in range(COMPOUNDS)]


def _rows(page: Any) -> list[Any]:
    names = [name for name in page.fact_fields if page._meta.get_field(name).auto_created]
    return [row for name in names for row in _with_locale(getattr(page, name).all(), page)]


def _with_locale(rows: Iterable[Any], page: Any) -> Iterable[Any]:
    for row in rows:
        if hasattr(row, "locale_id"):
            row.locale = page.locale
        yield row


def _insert(model: Any, pages: list[Any]) -> None:
    """Insert into the tables of all parents and the model's own, which bulk_create refuses to."""
    for table in [*reversed(model._meta.get_parent_list()), model]:
        fields = table._meta.local_concrete_fields
        table._base_manager._insert(pages, fields=fields, using=connection.alias, raw=True)
