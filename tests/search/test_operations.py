"""The index follows the pages, and is built anew without a moment of absence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django_tasks.base import DEFAULT_TASK_PRIORITY

from search import operations, outbox
from search.engines.embedded_schema import INDEX_RECIPE
from search.models import OutboxConsumer, OutboxEntry
from search.operations import drain_outbox, engines_due, rebuild_index
from search.query import Selection, ask
from search.tasks import drain_outbox as drain_task
from services.language import analysis, lemmas
from tests import factories
from tests.search.documents import ids
from tests.search.pages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from search.documents import Document
    from search.engines.embedded import EmbeddedEngine

pytestmark = pytest.mark.django_db


def found(engine: EmbeddedEngine, text: str, language: str = "nl") -> list[str]:
    hits = engine.search(ask(text, language), Selection()).hits
    return [hit.document.title for hit in hits]


def test_a_rebuild_indexes_every_language(engine: EmbeddedEngine, move_page: Any) -> None:
    translate(move_page, "en", title="Report a move")
    translate(move_page, "de", title="Umzug melden")

    rebuilt = rebuild_index()

    assert rebuilt.documents == {"nl": 2, "en": 2, "de": 2}
    assert found(engine, "verhuizingen") == ["Verhuizing doorgeven"]
    assert found(engine, "moves", "en") == ["Report a move"]
    assert found(engine, "umzuege", "de") == ["Umzug melden"]


def test_a_publication_is_found_after_the_outbox_is_drained(
    engine: EmbeddedEngine, move_page: Any
) -> None:
    rebuild_index()
    move_page.title = "Adreswijziging melden"
    factories.publish(move_page)

    count = drain_outbox()

    assert count == 1
    assert found(engine, "melden") == ["Adreswijziging melden"]


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_what_is_gone_is_found_no_more(engine: EmbeddedEngine, move_page: Any, end: str) -> None:
    rebuild_index()
    getattr(move_page, end)()

    drain_outbox()

    assert found(engine, "verhuizing") == []


def test_changes_before_the_rebuild_are_not_done_again(move_page: Any) -> None:
    rebuild_index()

    assert drain_outbox() == 0


def test_changes_without_an_index_wait_for_one(engine: EmbeddedEngine, move_page: Any) -> None:
    assert drain_outbox() == 0

    rebuild_index()

    assert found(engine, "verhuizing") == ["Verhuizing doorgeven"]


@pytest.fixture
def while_rebuilding(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[], object]], None]:
    """Do something after the first language was read, in the middle of a rebuild."""

    def do(action: Callable[[], object]) -> None:
        read = operations.all_documents

        def read_then_act(language: str) -> Iterator[Document]:
            yield from read(language)
            monkeypatch.setattr(operations, "all_documents", read)
            action()

        monkeypatch.setattr(operations, "all_documents", read_then_act)

    return do


def test_a_change_during_a_rebuild_is_replayed(
    engine: EmbeddedEngine, move_page: Any, while_rebuilding: Any
) -> None:
    move_page.title = "Adreswijziging melden"
    while_rebuilding(lambda: factories.publish(move_page))

    rebuild_index()

    assert found(engine, "verhuizing doorgeven") == ["Adreswijziging melden"]


def test_a_deletion_during_a_rebuild_is_replayed(
    engine: EmbeddedEngine, move_page: Any, while_rebuilding: Any
) -> None:
    while_rebuilding(move_page.delete)

    rebuild_index()

    assert found(engine, "verhuizing") == []


def test_the_old_index_answers_and_is_kept_current_during_a_rebuild(
    engine: EmbeddedEngine, move_page: Any, while_rebuilding: Any
) -> None:
    rebuild_index()
    seen = []
    move_page.title = "Adreswijziging melden"

    def publish_and_look() -> None:
        factories.publish(move_page)
        drain_outbox()
        seen.extend(found(engine, "melden"))

    while_rebuilding(publish_and_look)

    rebuild_index()

    assert seen == ["Adreswijziging melden"]
    assert found(engine, "melden") == ["Adreswijziging melden"]


def test_an_entry_that_comes_after_the_last_replay_is_not_lost(
    engine: EmbeddedEngine, move_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = operations._follow
    move_page.title = "Adreswijziging melden"

    def follow_then_publish(*arguments: Any) -> int:
        count = follow(*arguments)
        monkeypatch.setattr(operations, "_follow", follow)
        factories.publish(move_page)
        return count

    monkeypatch.setattr(operations, "_follow", follow_then_publish)
    rebuild_index()
    drain_outbox()

    assert found(engine, "melden") == ["Adreswijziging melden"]


def test_an_index_that_lost_its_place_is_built_anew(engine: EmbeddedEngine, move_page: Any) -> None:
    first = rebuild_index()
    move_page.title = "Adreswijziging melden"
    factories.publish(move_page)
    OutboxConsumer.objects.all().delete()
    OutboxEntry.objects.all().delete()

    drain_outbox()

    assert engine.current_generation() != first.generation
    assert found(engine, "melden") == ["Adreswijziging melden"]


def test_an_index_of_another_making_is_built_anew_rather_than_written(
    engine: EmbeddedEngine, move_page: Any
) -> None:
    first = rebuild_index()
    engine.generations.describe(first.generation, {"recipe": {**INDEX_RECIPE, "analysis": 0}})
    assert found(engine, "verhuizing") == ["Verhuizing doorgeven"]

    drain_outbox()

    assert engine.current_generation() != first.generation
    assert engine.health().is_current


def test_a_rebuild_takes_away_the_reader_before_it_and_no_other(move_page: Any) -> None:
    first = rebuild_index()
    outbox.register("embedded:of-another-host")

    second = rebuild_index()

    names = set(OutboxConsumer.objects.values_list("name", flat=True))
    assert names == {"embedded:of-another-host", f"embedded:{second.generation}"}
    assert first.generation != second.generation


def test_a_rebuild_that_fails_leaves_no_reader(
    move_page: Any, while_rebuilding: Any, engine: EmbeddedEngine
) -> None:
    first = rebuild_index()
    while_rebuilding(lambda: getattr(engine, "a fault"))

    with pytest.raises(AttributeError):
        rebuild_index()

    names = list(OutboxConsumer.objects.values_list("name", flat=True))
    assert names == [f"embedded:{first.generation}"]


@pytest.fixture
def _a_host_without_dictionaries(move_page: Any, settings: Any, tmp_path: Path) -> Iterator[None]:
    rebuild_index()
    settings.LANGUAGE_DICTIONARY_DIR = tmp_path
    analysis.forget()
    yield
    analysis.forget()


@pytest.mark.usefixtures("_a_host_without_dictionaries")
def test_dictionaries_that_a_host_lacks_are_compiled_before_it_writes(move_page: Any) -> None:
    outbox.record([(move_page.translation_key, "lv")])

    drain_outbox()

    assert lemmas.has_dictionary("lv")


@pytest.mark.usefixtures("fresh_numbers")
def test_drained_entries_go(move_page: Any) -> None:
    rebuild_index()
    factories.publish(move_page)

    drain_outbox()

    assert not OutboxEntry.objects.exists()


def test_many_entries_are_drained_in_parts(
    move_page: Any, monkeypatch: pytest.MonkeyPatch, engine: EmbeddedEngine
) -> None:
    rebuild_index()
    monkeypatch.setattr(outbox, "ENTRIES_AT_ONCE", 2)
    for _ in range(5):
        outbox.record([(move_page.translation_key, "nl")])

    assert drain_outbox() == 5
    assert len(ids(engine, "verhuizing")) == 1


def test_the_task_drains(move_page: Any, engine: EmbeddedEngine) -> None:
    rebuild_index()
    move_page.unpublish()

    drain_task.enqueue()

    assert found(engine, "verhuizing") == []


def test_the_task_passes_what_is_queued_before_it() -> None:
    assert drain_task.priority > DEFAULT_TASK_PRIORITY


def test_publishing_wakes_the_worker(
    move_page: Any, engine: EmbeddedEngine, django_capture_on_commit_callbacks: Any
) -> None:
    rebuild_index()
    move_page.title = "Adreswijziging melden"
    connection.run_on_commit.clear()  # What the fixtures left waiting for the test's end.

    with django_capture_on_commit_callbacks(execute=True):
        factories.publish(move_page)

    assert found(engine, "melden") == ["Adreswijziging melden"]


def test_a_usable_index_is_known(move_page: Any, settings: Any) -> None:
    assert [due.name for due in engines_due()] == ["embedded"]
    rebuild_index()
    assert engines_due() == []

    settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.WAGTAIL_CONTENT_LANGUAGES, ("fr", "français")]
    assert engines_due()


def test_an_index_of_another_database_is_not_usable(move_page: Any) -> None:
    rebuild_index()

    OutboxConsumer.objects.all().delete()

    assert engines_due()
