"""The commands that build the index and drain the outbox, and what they say."""

from __future__ import annotations

from functools import partialmethod
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from search.operations import rebuild_index
from tests import factories

if TYPE_CHECKING:
    from pathlib import Path

    from search.engines.embedded import EmbeddedEngine

pytestmark = pytest.mark.django_db


def test_the_command_builds_and_tells(move_page: Any) -> None:
    out = StringIO()

    call_command("rebuild_index", stdout=out)

    assert "nl: 2 documents" in out.getvalue()
    assert "documents=2" in out.getvalue()


def test_the_command_does_nothing_where_nothing_is_needed(
    move_page: Any, engine: EmbeddedEngine
) -> None:
    first = rebuild_index().generation
    out = StringIO()

    call_command("rebuild_index", "--if-needed", stdout=out)

    assert engine.current_generation() == first
    assert "complete" in out.getvalue()


def test_an_index_is_built_anew_when_it_is_old(move_page: Any, engine: EmbeddedEngine) -> None:
    first = rebuild_index().generation

    call_command("rebuild_index", "--if-older=1", verbosity=0)
    second = engine.current_generation()
    call_command("rebuild_index", "--if-older=0", verbosity=0)

    assert first == second != engine.current_generation()


@pytest.mark.parametrize("lost", ["current", "generations/*/generation.json"])
def test_an_index_of_unknown_age_is_built_anew(
    move_page: Any, engine: EmbeddedEngine, index_dir: Path, lost: str
) -> None:
    first = rebuild_index().generation
    next(index_dir.glob(lost)).unlink()

    call_command("rebuild_index", "--if-older=24", verbosity=0)

    assert engine.current_generation() not in {first, None}


def test_a_second_rebuild_is_refused_in_words(engine: EmbeddedEngine) -> None:
    with engine.new_generation(["nl"]), pytest.raises(CommandError, match="already"):
        call_command("rebuild_index")


def test_the_outbox_can_be_drained_by_hand(move_page: Any) -> None:
    rebuild_index()
    factories.publish(move_page)
    out = StringIO()

    call_command("drain_outbox", stdout=out)

    assert out.getvalue().strip() == "entries=1"


def test_a_drain_beside_another_writer_is_no_failure(
    engine: EmbeddedEngine, move_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild_index()
    monkeypatch.setattr(type(engine), "writer", partialmethod(type(engine).writer, patience=0))
    out = StringIO()

    with engine.writer():
        call_command("drain_outbox", stdout=out)

    assert "being written elsewhere" in out.getvalue()
