"""Where the embedded index lies: generations for every process, locks, and what spoils it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tantivy

from search.engines import NoIndexError, WriterBusyError
from tests.search.documents import build, document, entries, ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engines.embedded import EmbeddedEngine
from search.engines.embedded_schema import INDEX_RECIPE

READER = """
import sys
from pathlib import Path
import django
django.setup()
from search.engines.embedded import EmbeddedEngine
from search.query import Selection, ask
engine = EmbeddedEngine(Path(sys.argv[1]))
for line in sys.stdin:
    question = ask(line.strip(), "nl", engine.vocabulary("nl"))
    hits = engine.search(question, Selection()).hits
    print(",".join(sorted(hit.document.title for hit in hits)), flush=True)
"""
ROOT = Path(__file__).resolve().parents[2]


class Reader:
    """A process that reads the index and answers one line for each question."""

    def __init__(self, directory: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", READER, str(directory)],
            cwd=ROOT,
            env={
                "DJANGO_SETTINGS_MODULE": "config.settings.test",
                "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, text: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@pytest.fixture
def reader(engine: EmbeddedEngine, index_dir: Path) -> Iterator[Reader]:
    build(engine, [document(1, title="Paspoort oud")])
    reader = Reader(index_dir)
    yield reader
    reader.process.kill()
    reader.process.wait()


def test_another_process_sees_a_new_generation_at_once(
    engine: EmbeddedEngine, reader: Reader
) -> None:
    assert reader.ask("paspoort") == "Paspoort oud"

    build(engine, [document(1, title="Paspoort nieuw")])

    assert reader.ask("paspoort") == "Paspoort nieuw"


def test_another_process_sees_a_commit_at_once(engine: EmbeddedEngine, reader: Reader) -> None:
    assert reader.ask("paspoort") == "Paspoort oud"

    with engine.writer() as writer:
        writer.put(entries(document(2, title="Paspoort erbij")))
        writer.commit()

        assert reader.ask("paspoort") == "Paspoort erbij,Paspoort oud"


def test_what_is_not_committed_is_not_seen(engine: EmbeddedEngine, reader: Reader) -> None:
    with engine.writer() as writer:
        writer.put(entries(document(2, title="Paspoort erbij")))

    assert reader.ask("paspoort") == "Paspoort oud"


def test_a_foreign_tantivy_writer_is_noticed(engine: EmbeddedEngine, index_dir: Path) -> None:
    name = build(engine, [document(1)])
    foreign = tantivy.Index.open(str(index_dir / "generations" / name / "nl")).writer()

    with engine.writer() as writer, pytest.raises(WriterBusyError):
        writer.put(entries(document(2)))

    foreign.wait_merging_threads()


def test_a_generation_that_fails_leaves_nothing(engine: EmbeddedEngine, index_dir: Path) -> None:
    before = build(engine, [document(1)])

    with pytest.raises(AttributeError), engine.new_generation(["nl"]) as generation:
        generation.add([*entries(document(2)), None])  # type: ignore[list-item]  # The fault.

    assert [path.name for path in (index_dir / "generations").iterdir()] == [before]
    assert ids(engine, "rijbewijs") == ["1"]


def test_the_generation_before_is_kept_and_older_ones_go(
    engine: EmbeddedEngine, index_dir: Path
) -> None:
    names = [build(engine, [document(1)]) for _ in range(3)]

    assert {path.name for path in (index_dir / "generations").iterdir()} == set(names[1:])


def test_an_index_made_by_another_analysis_answers_and_is_due(engine: EmbeddedEngine) -> None:
    name = build(engine, [document(1)])

    engine.generations.describe(name, {"recipe": {**INDEX_RECIPE, "analysis": 0}})

    assert not engine.health().is_current
    assert ids(engine, "rijbewijs") == ["1"]


@pytest.mark.parametrize("library", ["tantivy", "simplemma", "PyStemmer"])
def test_an_index_made_by_another_library_is_due(engine: EmbeddedEngine, library: str) -> None:
    recipe = {name: made for name, made in INDEX_RECIPE.items() if name != library}

    engine.generations.describe(build(engine, [document(1)]), {"recipe": recipe})

    assert not engine.health().is_current


def test_an_index_of_another_schema_cannot_be_read(engine: EmbeddedEngine) -> None:
    name = build(engine, [document(1)])

    engine.generations.describe(name, {"recipe": {**INDEX_RECIPE, "schema": 0}})

    with pytest.raises(NoIndexError):
        ids(engine, "rijbewijs")


def test_an_index_that_is_deleted_is_missed(engine: EmbeddedEngine, index_dir: Path) -> None:
    build(engine, [document(1)])
    assert ids(engine, "rijbewijs") == ["1"]

    (index_dir / "current").unlink()

    with pytest.raises(NoIndexError):
        ids(engine, "rijbewijs")


def test_a_state_that_cannot_be_read_is_passed_over(
    engine: EmbeddedEngine, index_dir: Path
) -> None:
    name = build(engine, [document(1)])
    assert ids(engine, "rijbewijs") == ["1"]

    (index_dir / "generations" / name / "nl" / "meta.json").write_text("spoilt")

    assert ids(engine, "rijbewijs") == ["1"]
