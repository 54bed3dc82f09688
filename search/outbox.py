"""What must still be brought into an index, and what has been?

    record([(translation_key, "nl"), …])     in the transaction of the change
    reader = register("embedded:7f3c…")      before a generation reads the database
    entries = pending(reader)                oldest first
    settle(reader, entries)                  after the index was committed

Everything recorded is seen by every reader at least once: there is one for each generation in use,
on each host and on the search server. Entries go when all readers have settled them, or after a
week; a reader that has not settled them by then has lost its place (`reader_of` answers None), and
its index must be built anew.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils import timezone

from search.models import OutboxConsumer, OutboxEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

ENTRIES_AT_ONCE = 500
KEPT_FOR = timedelta(days=7)

# No transaction that publishes lasts longer. A number that is missing for that long was never
# used (its transaction was rolled back), and is waited for no more.
LONGEST_TRANSACTION = timedelta(minutes=30)


def record(places: Iterable[tuple[UUID, str]]) -> int:
    """Note that pages, each in a language, may have changed; return how many were noted."""
    now = timezone.now()
    entries = [
        OutboxEntry(translation_key=key, language=language, recorded_at=now)
        for key, language in dict.fromkeys(places)
    ]
    OutboxEntry.objects.bulk_create(entries, batch_size=1000)
    return len(entries)


@transaction.atomic
def register(name: str) -> OutboxConsumer:
    """Begin a reader that has seen all that is visible now, and nothing else.

    Up to where another has come, nothing can appear any more.
    """
    furthest = OutboxConsumer.objects.aggregate(furthest=Max("position"))["furthest"] or 0
    visible = OutboxEntry.objects.filter(pk__gt=furthest).order_by("pk")
    ahead = list(visible.values_list("pk", flat=True))
    reader = OutboxConsumer(name=name, seen_at=timezone.now(), position=furthest, ahead=ahead)
    _advance(reader)
    reader.save()
    return reader


@contextmanager
def registered(name: str) -> Iterator[OutboxConsumer]:
    """Begin a reader that stays unless what is done with it fails."""
    try:
        yield register(name)
    except BaseException:
        forget(name)
        raise


def forget(name: str) -> None:
    """Drop the reader of a generation that is no longer in use."""
    OutboxConsumer.objects.filter(name=name).delete()


def reader_of(name: str) -> OutboxConsumer | None:
    """Return a reader by name, None where it is not known any more."""
    return OutboxConsumer.objects.filter(name=name).first()


def pending(reader: OutboxConsumer, limit: int = ENTRIES_AT_ONCE) -> list[OutboxEntry]:
    """Return what the reader has not settled yet, oldest first."""
    behind = OutboxEntry.objects.filter(pk__gt=reader.position).order_by("pk")
    settled = set(reader.ahead)
    wanted = behind[: limit + len(settled)]
    return [entry for entry in wanted if entry.pk not in settled][:limit]


@transaction.atomic
def settle(reader: OutboxConsumer, entries: Iterable[OutboxEntry]) -> None:
    """Note that the reader's index holds these entries."""
    reader.ahead = sorted({*reader.ahead, *(entry.pk for entry in entries)})
    reader.seen_at = timezone.now()
    _advance(reader)
    # A reader whose generation was replaced meanwhile is gone, and stays so.
    OutboxConsumer.objects.filter(pk=reader.pk).update(
        position=reader.position, ahead=reader.ahead, seen_at=reader.seen_at
    )


def be_seen(reader: OutboxConsumer) -> None:
    """Note, once an hour, that a reader with nothing to do is still there."""
    if timezone.now() - reader.seen_at > timedelta(hours=1):
        settle(reader, [])


@transaction.atomic
def prune() -> int:
    """Delete what all readers have settled, and what is older than a week with its readers."""
    too_old = timezone.now() - KEPT_FOR
    old = OutboxEntry.objects.filter(recorded_at__lt=too_old)
    last = old.aggregate(last=Max("pk"))["last"] or 0
    OutboxConsumer.objects.filter(Q(seen_at__lt=too_old) | Q(position__lt=last)).delete()
    settled = OutboxConsumer.objects.aggregate(least=Min("position"))["least"] or 0
    return OutboxEntry.objects.filter(pk__lte=settled).delete()[0] + old.delete()[0]


def _advance(reader: OutboxConsumer) -> None:
    """Move the position over what is settled, up to the first gap that may still be filled."""
    old = timezone.now() - LONGEST_TRANSACTION
    settled = set(reader.ahead)
    visible = OutboxEntry.objects.filter(pk__gt=reader.position).order_by("pk")
    for number, recorded_at in visible.values_list("pk", "recorded_at")[: len(settled) + 1]:
        if number not in settled or (number > reader.position + 1 and recorded_at > old):
            break
        reader.position = number
    reader.ahead = [number for number in reader.ahead if number > reader.position]
