"""An index that went astray equals the database again, and what was different is told."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from search.documents import version_of
from search.engines import WriterBusyError
from search.models import OutboxConsumer, OutboxEntry
from search.operations import rebuild_index
from search.page_documents import all_documents
from search.reconciling import Difference, reconcile
from tests import factories
from tests.search.documents import document, entries

if TYPE_CHECKING:
    from search.engines import Engine
    from search.engines.embedded import EmbeddedEngine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_numbers")]


@pytest.fixture
def filled(each_engine: Engine, move_page: Any) -> Engine:
    rebuild_index()
    return each_engine


def write(engine: Engine, *documents: Any) -> None:
    with engine.writer() as writer:
        writer.put(entries(*documents))
        writer.commit()


def remove(engine: Engine, page: Any) -> None:
    with engine.writer() as writer:
        writer.remove("nl", [str(page.translation_key)])
        writer.commit()


def equals_the_database(engine: Engine) -> bool:
    expected = {each.id: version_of(each) for each in all_documents("nl")}
    return engine.versions("nl") == expected


def test_an_index_that_equals_the_database_stays_as_it_is(filled: Engine) -> None:
    assert reconcile(filled) == Difference()
    assert equals_the_database(filled)


def test_what_is_missing_is_written(filled: Engine, move_page: Any) -> None:
    remove(filled, move_page)

    assert reconcile(filled) == Difference(missing=1)
    assert equals_the_database(filled)


def test_what_is_otherwise_is_written_anew(filled: Engine, move_page: Any) -> None:
    write(filled, document(id=str(move_page.translation_key), title="Oud"))

    assert reconcile(filled) == Difference(outdated=1)
    assert equals_the_database(filled)


def test_what_should_not_be_there_goes_in_every_language(filled: Engine) -> None:
    write(filled, document(7), document(8, language="fr"))

    assert reconcile(filled) == Difference(surplus=2)
    assert filled.versions("fr") == {}
    assert equals_the_database(filled)


def test_what_is_noted_is_brought_in_and_is_no_difference(filled: Engine, move_page: Any) -> None:
    move_page.title = "Adreswijziging melden"
    factories.publish(move_page)

    assert reconcile(filled) == Difference()
    assert equals_the_database(filled)


def test_an_index_that_lost_its_place_is_built_anew(filled: Engine, move_page: Any) -> None:
    OutboxConsumer.objects.all().delete()
    OutboxEntry.objects.all().delete()
    remove(filled, move_page)

    reconcile(filled)

    assert equals_the_database(filled)


def test_an_index_of_another_making_is_built_anew(filled: Engine, monkeypatch: Any) -> None:
    before, health = filled.current_generation(), filled.health()
    monkeypatch.setattr(type(filled), "health", lambda _engine: replace(health, is_current=False))

    reconcile(filled)

    monkeypatch.undo()
    assert filled.current_generation() != before
    assert equals_the_database(filled)


def test_where_there_is_no_index_one_is_built(each_engine: Engine, move_page: Any) -> None:
    assert reconcile(each_engine) == Difference(missing=2)
    assert equals_the_database(each_engine)


def test_the_command_tells_what_it_found(engine: EmbeddedEngine, move_page: Any) -> None:
    rebuild_index()
    remove(engine, move_page)
    out = StringIO()

    call_command("reconcile_index", stdout=out)

    assert out.getvalue() == "embedded: missing=1 outdated=0 surplus=0\n"


def test_the_command_says_that_there_is_no_server() -> None:
    with pytest.raises(CommandError, match="SEARCH_URL"):
        call_command("reconcile_index", "--engine=elasticsearch")


def test_the_command_says_that_the_server_is_away(settings: Any) -> None:
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = "http://127.0.0.1:9", uuid4().hex

    with pytest.raises(CommandError, match="does not answer"):
        call_command("reconcile_index", "--engine=elasticsearch")


def test_the_command_says_that_somebody_else_writes(
    engine: EmbeddedEngine, move_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild_index()
    monkeypatch.setattr("search.management.commands.reconcile_index.reconcile", busy)

    with pytest.raises(CommandError, match="elsewhere"):
        call_command("reconcile_index")


def busy(engine: Engine) -> Difference:
    raise WriterBusyError(engine.name)
