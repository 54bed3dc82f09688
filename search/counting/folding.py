"""How do events of the spool become counts, each exactly once?

A file and its name in `FoldedSpool` are taken in within one transaction; only then the file goes.
Who is killed in between leaves a file that is known already, and is removed the next time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from search.counting import spool
from search.counting.naming import current_key, digest, name_frequent
from search.counting.tally import tally
from search.models import AskedQuery, ClickDay, FoldedSpool, QueryDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from django.db.models import Model

    from search.counting.tally import Asked, Tally
    from search.models import CountingKey

    Item = TypeVar("Item")

AT_ONCE = 500
KEPT_FOR = timedelta(days=90)
# What waited longer for a worker is removed unread; names are known for longer than that.
LONGEST_WAIT = timedelta(days=7)


def fold(*, at: datetime) -> int:
    """Take in all files that nobody writes to any more; return how many."""
    files = spool.settled_files(at=at.timestamp())
    for path in files:
        if spool.opened_at(path) > (at - LONGEST_WAIT).timestamp():
            _fold_file(path, at=at)
        path.unlink(missing_ok=True)
    forget_old(at=at)
    return len(files)


def forget_old(*, at: datetime) -> None:
    """Delete counts of more than 90 days ago, and questions that have none left."""
    today = timezone.localdate(at)
    with transaction.atomic():
        current_key(on=today)  # It changes also where nobody searches.
    first = today - KEPT_FOR
    FoldedSpool.objects.filter(folded_at__lt=at - 2 * LONGEST_WAIT).delete()
    if QueryDay.objects.filter(day__lt=first).exists():
        ClickDay.objects.filter(day__lt=first).delete_at_once()
        QueryDay.objects.filter(day__lt=first).delete_at_once()
        AskedQuery.objects.without_days().forget()


@transaction.atomic
def _fold_file(path: Path, *, at: datetime) -> None:
    key = current_key(on=timezone.localdate(at))
    if not FoldedSpool.objects.get_or_create(name=path.name, defaults={"folded_at": at})[1]:
        return
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:  # Another worker was faster.
        return
    _take_in(tally(lines), key)


def _take_in(counted: Tally, key: CountingKey) -> None:
    queries = _keys_of({asked for asked, _ in counted.days}, key)
    _add_days(counted, queries)
    _add_clicks(counted, queries)
    for part in _parts(counted.texts.items()):
        name_frequent({queries[asked]: (asked, text) for asked, text in part})


def _keys_of(asked: Iterable[Asked], key: CountingKey) -> dict[Asked, int]:
    """Return the primary key of each question, by its text or its hash; new ones are made."""
    found: dict[Asked, int] = {}
    for part in _parts(sorted(asked)):
        by_name = _stored("normal_form", {one: one.normal_form for one in part})
        nameless = {one: digest(key, one) for one in part if one not in by_name}
        known = _stored("digest", nameless)
        AskedQuery.objects.bulk_create(
            AskedQuery(language=one.language, digest=value)
            for one, value in nameless.items()
            if one not in known
        )
        found |= by_name | _stored("digest", nameless)
    return found


def _stored(field: str, wanted: Mapping[Asked, str]) -> dict[Asked, int]:
    rows = AskedQuery.objects.filter(**{f"{field}__in": wanted.values()})
    keys = {row[:2]: row[2] for row in rows.values_list("language", field, "pk")}
    pairs = ((one, keys.get((one.language, value))) for one, value in wanted.items())
    return {one: key for one, key in pairs if key is not None}


def _add_days(counted: Tally, queries: Mapping[Asked, int]) -> None:
    rows = [
        QueryDay(
            query_id=queries[asked],
            day=day,
            asked=counts.asked,
            without_results=counts.without_results,
            clicked=counts.clicked,
        )
        for (asked, day), counts in counted.days.items()
    ]
    _add(QueryDay, rows, ("query_id", "day"), ("asked", "without_results", "clicked"))


def _add_clicks(counted: Tally, queries: Mapping[Asked, int]) -> None:
    """What was chosen must be a page that readers can open: anybody can claim anything."""
    live = set(_live({(asked.language, page) for asked, _, _, page in counted.clicks}))
    rows = [
        ClickDay(query_id=queries[asked], day=day, position=position, page=page, clicked=clicked)
        for (asked, day, position, page), clicked in counted.clicks.items()
        if (asked.language, page) in live
    ]
    _add(ClickDay, rows, ("query_id", "day", "position", "page"), ("clicked",))


def _live(places: Iterable[tuple[str, UUID]]) -> Iterator[tuple[str, UUID]]:
    for part in _parts({page for _, page in places}):
        pages = Page.objects.live().filter(translation_key__in=part)
        yield from pages.values_list("locale__language_code", "translation_key")


def _add(
    model: type[Model], rows: Iterable[Any], names: tuple[str, ...], counts: tuple[str, ...]
) -> None:
    """Add the counts of the rows to those that are stored."""
    for part in _parts(rows):
        keys, days = {row.query_id for row in part}, {row.day for row in part}
        stored = model._default_manager.filter(query_id__in=keys, day__in=days)
        before = {tuple(getattr(row, name) for name in names): row for row in stored}
        for row in part:
            _add_up(row, before.get(tuple(getattr(row, name) for name in names)), counts)
        model._default_manager.bulk_create(
            part,
            update_conflicts=True,
            update_fields=counts,
            unique_fields=[name.removesuffix("_id") for name in names],
        )


def _add_up(row: Any, before: Any, counts: Iterable[str]) -> None:
    for name in counts if before else ():
        setattr(row, name, getattr(row, name) + getattr(before, name))


def _parts(values: Iterable[Item]) -> Iterator[list[Item]]:
    everything = list(values)
    for place in range(0, len(everything), AT_ONCE):
        yield everything[place : place + AT_ONCE]
