"""What every engine does alike: generations change at one moment, and one writer writes."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from search.engines import NoIndexError, WriterBusyError
from tests.search.documents import build, document, entries, ids

if TYPE_CHECKING:
    from search.engines import Engine


@pytest.fixture
def engine(each_engine: Engine) -> Engine:
    return each_engine


def test_searches_never_fail_while_generations_change(engine: Engine) -> None:
    build(engine, [document(1)])
    stop = threading.Event()

    def search_until_stopped() -> list[list[str]]:
        return list(iter(lambda: None if stop.is_set() else ids(engine, "rijbewijs"), None))

    with ThreadPoolExecutor() as pool:
        searches = pool.submit(search_until_stopped)
        [build(engine, [document(1)]) for _ in range(5)]
        stop.set()

    assert {tuple(each) for each in searches.result()} == {("1",)}


def test_a_document_is_replaced_by_its_id(engine: Engine) -> None:
    build(engine, [document(1), document(2)])

    with engine.writer() as writer:
        writer.put(entries(document(1, title="Paspoort")))
        writer.commit()

    assert ids(engine, "rijbewijs") == ["2"]
    assert ids(engine, "paspoort") == ["1"]


def test_a_document_is_removed_in_its_language_only(engine: Engine) -> None:
    build(engine, [document(1), document(1, language="de", title="Rijbewijs")])

    with engine.writer() as writer:
        writer.remove("nl", ["1", "never there"])
        writer.remove("fr", ["1"])
        writer.commit()

    assert ids(engine, "rijbewijs") == []
    assert ids(engine, "rijbewijs", "de") == ["1"]


def test_a_second_writer_is_refused(engine: Engine) -> None:
    build(engine, [document(1)])

    with (
        engine.writer(),
        pytest.raises(WriterBusyError),
        engine.writer(patience=0),
    ):
        pass


def test_a_second_rebuild_at_the_same_time_is_refused(engine: Engine) -> None:
    with (
        engine.new_generation(["nl"]),
        pytest.raises(WriterBusyError),
        engine.new_generation(["nl"]),
    ):
        pass


def test_a_writer_may_work_while_a_generation_is_built(engine: Engine) -> None:
    build(engine, [document(1)])

    with engine.new_generation(["nl"]), engine.writer(patience=0) as writer:
        writer.put(entries(document(2)))
        writer.commit()

    assert sorted(ids(engine, "rijbewijs")) == ["1", "2"]


def test_without_a_generation_there_is_nothing_to_write(engine: Engine) -> None:
    with pytest.raises(NoIndexError), engine.writer():
        pass


def test_after_a_refusal_the_lock_is_free_again(engine: Engine) -> None:
    with pytest.raises(NoIndexError), engine.writer():
        pass
    build(engine, [document(1)])

    with engine.writer(patience=0) as writer:
        assert writer.put(entries(document(2))) == 1


def test_what_is_not_committed_is_not_seen(engine: Engine) -> None:
    build(engine, [document(1)])

    with engine.writer() as writer:
        writer.put(entries(document(2)))

    assert ids(engine, "rijbewijs") == ["1"]


def test_a_generation_that_fails_leaves_the_one_before(engine: Engine) -> None:
    name = build(engine, [document(1)])

    with pytest.raises(AttributeError), engine.new_generation(["nl"]) as generation:
        generation.add([*entries(document(2)), None])  # type: ignore[list-item]  # The fault.

    assert engine.current_generation() == name
    assert ids(engine, "rijbewijs") == ["1"]


def test_a_generation_is_kept_current_until_it_is_swapped_in(engine: Engine) -> None:
    with engine.new_generation(["nl"]) as generation:
        generation.add(entries(document(1), document(2), document(3)))
        generation.put(entries(document(1, title="Paspoort")))
        generation.remove("nl", ["2", "never there"])
        generation.swap_in()

    assert ids(engine, "rijbewijs") == ["3"]
    assert ids(engine, "paspoort") == ["1"]


def test_a_language_that_comes_later_is_written_too(engine: Engine) -> None:
    build(engine, [document(1)], "nl")

    with engine.writer() as writer:
        writer.put(entries(document(1, language="de", title="Rijbewijs")))
        writer.commit()

    assert ids(engine, "rijbewijs", "de") == ["1"]
    assert engine.health().documents == {"nl": 1, "de": 1}


def test_a_generation_takes_a_language_that_it_was_not_begun_with(engine: Engine) -> None:
    with engine.new_generation(["nl"]) as generation:
        generation.remove("de", ["1"])
        generation.put(entries(document(1, language="de", title="Rijbewijs")))
        generation.swap_in()

    assert ids(engine, "rijbewijs", "de") == ["1"]


def test_versions_tell_what_differs(engine: Engine) -> None:
    build(engine, [document(1), document(2)])
    before = engine.versions("nl")

    with engine.writer() as writer:
        writer.put(entries(document(1), document(2, url="/nl/elsewhere/")))
        writer.commit()

    assert before.keys() == engine.versions("nl").keys() == {"1", "2"}
    assert before["1"] == engine.versions("nl")["1"]
    assert before["2"] != engine.versions("nl")["2"]
