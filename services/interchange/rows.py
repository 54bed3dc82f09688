"""Writes the rows of an object in bulk, and keeps them at hand for whoever publishes it.

A row saved by itself costs a query and a background task; rows that were just written need not be
read back for the revision, the gate and the digests, one after the other.
"""

from __future__ import annotations

from typing import Any

from modelcluster.models import get_all_child_relations


def take_rows(obj: Any) -> dict[str, list[Any]]:
    """Take the rows that wait to be saved off the object, which can then be saved without them."""
    return dict(obj.__dict__.pop("_cluster_related_objects", {}))


def write_rows(obj: Any, rows: dict[str, list[Any]], *, is_new: bool) -> None:
    """Write these rows as all that the saved object has, and let it read them from memory."""
    for relation, own in rows.items():
        key = obj._meta.get_field(relation).field
        for row in own:
            setattr(row, key.name, obj)
        if not is_new:
            _replace(key, obj, own)
        key.model._base_manager.bulk_create([row for row in own if row.pk is None])
        _keep_at_hand(obj, relation, own)
    if is_new:  # What it was not given it has not.
        for relation in get_all_child_relations(type(obj)):
            if relation.get_accessor_name() not in rows:
                _keep_at_hand(obj, relation.get_accessor_name(), [])


def _replace(key: Any, obj: Any, rows: list[Any]) -> None:
    """Save the rows that stay, and delete those that the object had beside them."""
    stay = [row for row in rows if row.pk is not None]
    before = key.model._base_manager.filter(**{key.name: obj})
    before.exclude(pk__in=[row.pk for row in stay]).delete()
    for row in stay:
        row.save()


def _keep_at_hand(obj: Any, relation: str, rows: list[Any]) -> None:
    """As Django's prefetch_related does it, so that every reader finds them; saving does not."""
    key = obj._meta.get_field(relation).field
    queryset = getattr(obj, relation).get_live_queryset()
    queryset._result_cache = rows
    queryset._prefetch_done = True
    if not hasattr(obj, "_prefetched_objects_cache"):
        obj._prefetched_objects_cache = {}
    obj._prefetched_objects_cache[key.remote_field.cache_name] = queryset
