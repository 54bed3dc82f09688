"""Which objects an export has a line for, and so which of them other lines may name."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from services.models.publication import PublishedContent


class Exported:
    """Answers for one export; what several lines ask about is looked up once."""

    def __init__(self) -> None:
        self._pages: dict[Any, Page | None] = {}
        self._named: dict[tuple[type, Any], bool] = {}

    def holds(self, obj: Any) -> bool:
        """Whether the version of one language is live, and every page above it, too."""
        if not obj.live or getattr(obj, "alias_of_id", None):
            return False
        return not isinstance(obj, Page) or obj.is_root() or self.holds(self.above(obj))

    def may_name(self, obj: Any) -> bool:
        """Whether a line may name the object: a code always, content whose source is exported."""
        key = (type(obj), obj.pk)
        if key not in self._named:
            self._named[key] = self._source_is_exported(obj)
        return self._named[key]

    def above(self, page: Page) -> Any:
        """The page above, which many have in common."""
        return self._page(path=page.path[: -page.steplen])

    def linked(self, pk: str) -> Page | None:
        """The page to which a text links, if a line may name it."""
        page = self._page(pk=pk)
        return page if page and self.may_name(page) else None

    def _page(self, **where: str) -> Any:
        key = tuple(where.items())
        if key not in self._pages:
            self._pages[key] = Page.objects.filter(**where).first()
        return self._pages[key]

    def _source_is_exported(self, obj: Any) -> bool:
        if isinstance(obj, Page):
            obj = obj.specific
        if not isinstance(obj, PublishedContent):
            return not isinstance(obj, Page)
        source = obj.source
        return source is not None and self.holds(source)
