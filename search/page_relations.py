"""What do many pages' documents need from other tables, each read once?"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wagtail.models import Page, Site

from services.models import ServicePage, TopicPage

if TYPE_CHECKING:
    from uuid import UUID


class Relations:
    """The rows, authorities, topics and site roots of pages of one kind and language."""

    def __init__(self, pages: list[Any], language: str) -> None:
        self.language = language
        self._pages = pages
        self._model = type(pages[0])
        self._sources = [page.source or page for page in pages]
        self._rows: dict[str, dict[int, dict[UUID, dict[str, str]]]] = {}

    def address_of(self, page: Any) -> str | None:
        """Return the page's address; None for one that no site has."""
        # Otherwise every page would look the sites up in the cache for itself.
        page._wagtail_cached_site_root_paths = self._site_roots
        return page.get_url()

    def words(self, page: Any, source: Any, relation: str) -> list[dict[str, str]]:
        """Return the words of the source's rows, in its order, as far as the page has them."""
        if relation not in self._rows:
            self._rows[relation] = self._fetch_rows(relation)
        rows = self._rows[relation]
        own = rows.get(page.pk, {})
        return [
            {name: own[key][name] if text else "" for name, text in row.items()}
            for key, row in rows.get(source.pk, {}).items()
            if key in own
        ]

    def authority_of(self, page: Any) -> str:
        """Return the name of the authority below whose page a service lives."""
        return self._titles_by_path.get(page.path[: -page.steplen], "")

    def topics_of(self, source: Any) -> tuple[str, ...]:
        """Return the translation keys of the topics, the main one first."""
        return tuple(str(key) for key in self._topic_keys.get(source.pk, ()))

    def topic_of(self, source: Any) -> str:
        """Return the main topic's title in the language; empty where it is not translated."""
        keys = self._topic_keys.get(source.pk, ())
        return self._topic_titles.get(keys[0], "") if keys else ""

    @cached_property
    def _site_roots(self) -> list[Any]:
        return Site.get_site_root_paths()

    @cached_property
    def _titles_by_path(self) -> dict[str, str]:
        if not issubclass(self._model, ServicePage):
            return {}
        paths = {page.path[: -page.steplen] for page in self._pages}
        above = Page.objects.live().filter(path__in=paths)
        return dict(above.values_list("path", "title"))

    @cached_property
    def _topic_keys(self) -> dict[int, list[UUID]]:
        found: dict[int, list[UUID]] = defaultdict(list)
        if not hasattr(self._model, "topics"):
            return found
        rows = _rows_of(self._model, "topics").filter(page_id__in=_keys(self._sources))
        for page, key in rows.values_list("page_id", "topic__translation_key"):
            found[page].append(key)
        return found

    @cached_property
    def _topic_titles(self) -> dict[UUID, str]:
        keys = {keys[0] for keys in self._topic_keys.values()}
        live = TopicPage.objects.live().filter(
            translation_key__in=keys, locale__language_code=self.language
        )
        return dict(live.values_list("translation_key", "title"))

    def _fetch_rows(self, relation: str) -> dict[int, dict[UUID, dict[str, str]]]:
        model = self._model._meta.get_field(relation).related_model
        names = model.word_fields
        keys = {*_keys(self._pages), *_keys(self._sources)}
        rows = _rows_of(self._model, relation).filter(page_id__in=keys)
        found: dict[int, dict[UUID, dict[str, str]]] = defaultdict(dict)
        for page, key, *texts in rows.values_list("page_id", "translation_key", *names):
            found[page][key] = dict(zip(names, texts, strict=True))
        return found


def _rows_of(model: Any, relation: str) -> Any:
    related = model._meta.get_field(relation).related_model
    return related._base_manager.order_by("sort_order", "pk")


def _keys(objects: list[Any]) -> list[int]:
    return [each.pk for each in objects]
