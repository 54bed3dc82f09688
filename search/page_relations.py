"""What do many pages' documents need from other tables, each read once?"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from django.db.models import TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from wagtail.models import Page, Site

from search.areas import LINEAGE, lineage, national_area, without_parts
from search.documents import names
from services.models import AuthorityPage, ServicePage, TopicPage

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from wagtail.query import PageQuerySet

# The texts of a page's rows, by page and by translation key as the database writes it.
Rows: TypeAlias = dict[int, dict[str, tuple[str, ...]]]

# The title and the translation key of an authority's page.
NO_AUTHORITY = ("", "")


class Relations:
    """The rows, authorities, topics and site roots of pages of one kind and language."""

    def __init__(self, model: Any, pages: list[Any], sources: list[Any], language: str) -> None:
        self.language = language
        self._model = model
        self._pages = pages
        self._sources = sources
        self._rows: dict[str, Rows] = {}
        self._prefixes: dict[str, str | None] = {}

    def address_of(self, page: Any) -> str | None:
        """Return the page's address, as Wagtail gives it; None for one that no site has."""
        for root in self._site_roots:
            if page.url_path.startswith(root.root_path):
                return self._address_below(root.root_path, page.url_path)
        return None

    def words(self, page: Any, source: Any, relation: str) -> list[tuple[str, ...]]:
        """Return the words of the source's rows, in its order, as far as the page has them."""
        if relation not in self._rows:
            self._rows[relation] = self._fetch_rows(relation)
        rows = self._rows[relation]
        own = rows.get(page.pk, {})
        if source is page:
            return list(own.values())
        return [
            own[key] if all(row) else tuple(map(_if_written, own[key], row))
            for key, row in rows.get(source.pk, {}).items()
            if key in own
        ]

    def place_of(self, field: str, relation: str) -> int:
        """Return where a field stands among the words of a row."""
        return int(_row_model(self._model, relation).word_fields.index(field))

    def authority_of(self, page: Any) -> str:
        """Return the name of the authority below whose page a service lives."""
        return self._authorities_by_path.get(page.path[: -Page.steplen], NO_AUTHORITY)[0]

    def authority_id_of(self, page: Any) -> str:
        """Return the translation key of that authority's page; an authority's own."""
        if issubclass(self._model, AuthorityPage):
            return str(page.translation_key)
        return self._authorities_by_path.get(page.path[: -Page.steplen], NO_AUTHORITY)[1]

    def areas_of(self, source: Any) -> tuple[str, ...]:
        """Return the keys of the places where a page holds; without any, the whole country's."""
        return without_parts(self._lineages.get(source.pk, ())) or (national_area(),)

    def topics_of(self, source: Any) -> tuple[str, ...]:
        """Return the translation keys of the topics, the main one first."""
        return tuple(str(key) for key in self._topic_keys.get(source.pk, ()))

    def topic_of(self, source: Any) -> str:
        """Return the main topic's title in the language; empty where it is not translated."""
        keys = self._topic_keys.get(source.pk, ())
        return self._topic_titles.get(keys[0], "") if keys else ""

    def names_elsewhere(self, page: Any) -> tuple[tuple[str, str], ...]:
        """Return what a page is called in other languages."""
        return tuple(self._names_by_key.get(page.translation_key, ()))

    def _address_below(self, root: str, url_path: str) -> str | None:
        """Wagtail resolves a view for each page: it is asked for each root, and in doubt."""
        if root not in self._prefixes:
            self._prefixes[root] = self._ask_wagtail(root)
        prefix, rest = self._prefixes[root], url_path[len(root) :]
        if prefix is None or rest.isascii():
            return prefix and prefix + rest
        return self._ask_wagtail(url_path)

    def _ask_wagtail(self, url_path: str) -> str | None:
        page = Page(pk=-1, url_path=url_path)
        page._wagtail_cached_site_root_paths = self._site_roots
        return cast("str | None", page.get_url())

    @cached_property
    def _site_roots(self) -> list[Any]:
        return Site.get_site_root_paths()

    @cached_property
    def _authorities_by_path(self) -> dict[str, tuple[str, str]]:
        if not issubclass(self._model, ServicePage):
            return {}
        paths = {page.path[: -Page.steplen] for page in self._pages}
        above = Page.objects.live().filter(path__in=paths)
        rows = above.values_list("path", "title", "translation_key")
        return {path: (title, str(key)) for path, title, key in rows}

    @cached_property
    def _lineages(self) -> dict[int, list[tuple[str, ...]]]:
        found: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        if not issubclass(self._model, ServicePage):
            return found
        rows = _rows_of(self._model, "territories").filter(page_id__in=_keys(self._sources))
        for page, *place in rows.values_list("page_id", *(f"territory__{c}" for c in LINEAGE)):
            found[page].append(lineage(*place))
        return found

    @cached_property
    def _names_by_key(self) -> dict[UUID, list[tuple[str, str]]]:
        keys = Page.objects.filter(pk__in=_keys(self._pages)).values("translation_key")
        others = public_pages(self._model).filter(translation_key__in=keys)
        rows = others.exclude(locale__language_code=self.language).order_by("locale_id")
        fields = ("translation_key", "locale__language_code", *self._name_fields)
        found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
        for key, language, *texts in rows.values_list(*fields):
            found[key].append((language, names(*texts)))
        return found

    @property
    def _name_fields(self) -> tuple[Any, ...]:
        has_keywords = "keywords" in self._model.word_fields
        return ("title", "keywords" if has_keywords else Value(""), "summary")

    @cached_property
    def _topic_keys(self) -> dict[int, list[UUID]]:
        found: dict[int, list[UUID]] = defaultdict(list)
        if not hasattr(self._model, "topics"):
            return found
        rows = _rows_of(self._model, "topics").filter(page_id__in=_keys(self._sources))
        by_topic = list(rows.values_list("page_id", "topic_id"))
        topics = TopicPage.objects.filter(pk__in={topic for _, topic in by_topic})
        keys = dict(topics.values_list("pk", "translation_key"))
        for page, topic in by_topic:
            if topic in keys:
                found[page].append(keys[topic])
        return found

    @cached_property
    def _topic_titles(self) -> dict[UUID, str]:
        keys = {keys[0] for keys in self._topic_keys.values()}
        topics = public_pages(TopicPage).filter(
            translation_key__in=keys, locale__language_code=self.language
        )
        return dict(topics.values_list("translation_key", "title"))

    def _fetch_rows(self, relation: str) -> Rows:
        names = _row_model(self._model, relation).word_fields
        keys = _keys([*self._pages, *self._sources])
        rows = _rows_of(self._model, relation).filter(page_id__in=keys)
        # A row's key is only compared: as a text it is read at half the price.
        columns = ("page_id", Cast("translation_key", TextField()), *names)
        found: Rows = defaultdict(dict)
        for page, key, *texts in rows.values_list(*columns):
            found[page][key] = tuple(texts)
        return found


def public_pages(model: type[Page]) -> PageQuerySet:
    """Return the pages of one kind that may be found, in all languages."""
    return cast("PageQuerySet", model.objects.live().public()).filter(alias_of__isnull=True)


def _rows_of(model: Any, relation: str) -> Any:
    return _row_model(model, relation)._base_manager.order_by("sort_order", "pk")


def _row_model(model: Any, relation: str) -> Any:
    return model._meta.get_field(relation).related_model


def _keys(objects: list[Any]) -> RawSQL:
    return among({each.pk for each in objects})


def among(keys: Collection[int]) -> RawSQL:
    """Return many primary keys for an `__in`: Django would look at each, a tenth of the time."""
    return RawSQL(",".join(map(str, map(int, keys))) or "NULL", ())  # noqa: S611


def _if_written(word: str, in_source: str) -> str:
    return word if in_source else ""
