"""What is a page related to, in the editor's order?

The relations of a published page are read in one query, whatever their number; those of a preview
stand in memory.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Value

if TYPE_CHECKING:
    from django.db import models

TARGETS = {
    "contacts": "contact_id",
    "legal_references": "reference_id",
    "topics": "topic_id",
    "related_pages": "related_id",
    "territories": "territory_id",
    "top_tasks": "target_id",
}


def is_in_memory(obj: models.Model, name: str) -> bool:
    """Whether the rows of a relation stand in memory, as they do in a preview."""
    return name in getattr(obj, "_cluster_related_objects", {})


class Relations:
    """The keys of what a source page is related to, by relation."""

    def __init__(self, source: models.Model) -> None:
        self._source = source

    def keys(self, name: str) -> list[int]:
        """The primary keys in order; none for a relation that this kind of page lacks."""
        if is_in_memory(self._source, name):
            rows = getattr(self._source, name).all()
            return [key for row in rows if (key := getattr(row, TARGETS[name]))]
        return self._stored.get(name, [])

    @cached_property
    def _stored(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        names = [name for name in TARGETS if _has(self._source, name)]
        if not names or self._source.pk is None:
            return found
        first, *others = [self._rows(name) for name in names]
        for name, _order, _pk, key in sorted(first.union(*others, all=True)):
            found.setdefault(name, []).append(key)
        return found

    def _rows(self, name: str) -> Any:
        model: Any = self._source._meta.get_field(name).related_model
        rows = model._base_manager.filter(page_id=self._source.pk)
        marked = rows.order_by().annotate(relation=Value(name, output_field=CharField()))
        return marked.values_list("relation", "sort_order", "pk", TARGETS[name])


def _has(obj: models.Model, name: str) -> bool:
    return any(field.name == name for field in obj._meta.get_fields())
