"""Nothing that is recorded is missed by any reader, and nothing is kept for ever."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from search import outbox
from search.models import OutboxConsumer, OutboxEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_numbers")]


def record(number: int = 1) -> list[OutboxEntry]:
    outbox.record([(uuid4(), "nl") for _ in range(number)])
    return list(OutboxEntry.objects.order_by("-pk")[:number])


def age(entries: list[OutboxEntry], by: timedelta) -> None:
    keys = [entry.pk for entry in entries]
    OutboxEntry.objects.filter(pk__in=keys).update(recorded_at=timezone.now() - by)


def arrive_late(number: int) -> OutboxEntry:
    """An entry whose number was given long before its transaction ended."""
    return OutboxEntry.objects.create(
        pk=number, translation_key=uuid4(), language="nl", recorded_at=timezone.now()
    )


def test_the_same_place_is_recorded_once() -> None:
    key = UUID(int=1)

    assert outbox.record([(key, "nl"), (key, "nl"), (key, "de")]) == 2


def test_a_rolled_back_change_leaves_no_entry() -> None:
    with transaction.atomic():
        record()
        transaction.set_rollback(True)

    assert not OutboxEntry.objects.exists()


def test_a_new_reader_has_seen_what_was_there() -> None:
    record(3)

    reader = outbox.register("a")
    later = record(2)

    assert {entry.pk for entry in outbox.pending(reader)} == {entry.pk for entry in later}


def test_a_new_reader_begins_where_another_has_come() -> None:
    first = outbox.register("a")
    outbox.settle(first, record(3))
    outbox.prune()

    second = outbox.register("b")
    outbox.settle(first, later := record())
    outbox.settle(second, later)
    outbox.prune()

    assert second.position == later[0].pk
    assert not OutboxEntry.objects.exists()


def test_what_is_settled_is_not_pending() -> None:
    reader = outbox.register("a")
    record(5)

    outbox.settle(reader, outbox.pending(reader, limit=3))

    assert len(outbox.pending(reader)) == 2
    assert reader.ahead == []


def test_every_reader_keeps_its_own_place() -> None:
    first, second = outbox.register("a"), outbox.register("b")
    record(2)

    outbox.settle(first, outbox.pending(first))

    assert outbox.pending(first) == []
    assert len(outbox.pending(second)) == 2


def test_a_place_survives_the_process() -> None:
    reader = outbox.register("a")
    record(2)
    outbox.settle(reader, outbox.pending(reader))

    again = outbox.reader_of("a")

    assert again is not None
    assert outbox.pending(again) == []


def test_an_entry_that_appears_behind_a_settled_one_is_not_missed() -> None:
    first = record()[0]
    reader = outbox.register("a")
    arrive_late(first.pk + 2)
    outbox.settle(reader, outbox.pending(reader))

    late = arrive_late(first.pk + 1)

    assert outbox.pending(reader) == [late]


def test_when_the_gap_is_filled_the_position_moves_past_it() -> None:
    first = record()[0]
    reader = outbox.register("a")
    arrive_late(first.pk + 2)
    outbox.settle(reader, outbox.pending(reader))
    assert reader.position == first.pk

    arrive_late(first.pk + 1)
    outbox.settle(reader, outbox.pending(reader))

    assert (reader.position, reader.ahead) == (first.pk + 2, [])


def test_a_gap_older_than_any_transaction_is_waited_for_no_more() -> None:
    first = record()[0]
    reader = outbox.register("a")
    behind = arrive_late(first.pk + 2)
    outbox.settle(reader, [behind])
    age([behind], outbox.LONGEST_TRANSACTION * 2)

    outbox.settle(reader, [])

    assert (reader.position, reader.ahead) == (first.pk + 2, [])


def test_a_gap_is_not_skipped_over_something_unsettled() -> None:
    first = record()[0]
    reader = outbox.register("a")
    unsettled, behind = arrive_late(first.pk + 2), arrive_late(first.pk + 3)
    age([unsettled, behind], outbox.LONGEST_TRANSACTION * 2)

    outbox.settle(reader, [behind])

    assert outbox.pending(reader) == [unsettled]


def test_a_reader_that_begins_beside_an_open_transaction_sees_its_entry() -> None:
    first = record()[0]
    arrive_late(first.pk + 2)
    reader = outbox.register("a")

    late = arrive_late(first.pk + 1)

    assert outbox.pending(reader) == [late]


def test_a_reader_that_is_gone_is_not_brought_back_by_settling() -> None:
    reader = outbox.register("a")
    record()
    OutboxConsumer.objects.all().delete()

    outbox.settle(reader, outbox.pending(reader))

    assert outbox.reader_of("a") is None


def test_entries_go_when_all_readers_have_passed() -> None:
    first, second = outbox.register("a"), outbox.register("b")
    record(3)
    outbox.settle(first, outbox.pending(first))
    outbox.settle(second, outbox.pending(second, limit=1))

    outbox.prune()

    assert OutboxEntry.objects.count() == 2


def test_without_a_reader_entries_wait() -> None:
    record(2)

    outbox.prune()

    assert OutboxEntry.objects.count() == 2


def test_after_a_week_entries_and_absent_readers_go() -> None:
    absent = outbox.register("a")
    old = record(2)
    age(old, timedelta(days=8))
    OutboxConsumer.objects.filter(pk=absent.pk).update(seen_at=timezone.now() - timedelta(days=8))
    young = record()

    outbox.prune()

    assert list(OutboxEntry.objects.all()) == young
    assert outbox.reader_of("a") is None


def test_a_reader_that_has_not_settled_what_goes_loses_its_place() -> None:
    late, current = outbox.register("a"), outbox.register("b")
    old = record(2)
    age(old, timedelta(days=8))
    outbox.settle(current, old)

    outbox.prune()

    assert outbox.reader_of("a") is None
    assert outbox.reader_of("b") is not None
    assert late.seen_at > timezone.now() - timedelta(minutes=1)


def test_the_reader_of_something_that_fails_goes() -> None:
    with pytest.raises(ZeroDivisionError), outbox.registered("a"):
        1 / 0  # noqa: B018  # The fault.

    assert outbox.reader_of("a") is None


def test_settling_reads_little_whatever_the_backlog(django_assert_max_num_queries: object) -> None:
    reader = outbox.register("a")
    record(50)

    with django_assert_max_num_queries(5):  # type: ignore[operator]
        outbox.settle(reader, outbox.pending(reader, limit=10))


def test_a_reader_with_nothing_to_do_is_not_taken_for_absent() -> None:
    reader = outbox.register("a")
    reader.seen_at -= timedelta(days=6)
    reader.save()

    outbox.be_seen(reader)

    again = outbox.reader_of("a")
    assert again is not None
    assert timezone.now() - again.seen_at < timedelta(minutes=1)


def test_being_seen_is_not_written_each_time(django_assert_num_queries: object) -> None:
    reader = outbox.register("a")

    with django_assert_num_queries(0):  # type: ignore[operator]
        outbox.be_seen(reader)
