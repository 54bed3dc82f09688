"""The words of the server's generation are brought to a machine once, and whole."""

from __future__ import annotations

import base64
import os
import shutil
from typing import TYPE_CHECKING, Any, cast

import pytest
from elastic_transport import ConnectionTimeout

from search.engines import EngineFailedError, elasticsearch_words
from search.engines.elasticsearch_generations import ServerGeneration, ServerGenerations
from search.engines.elasticsearch_words import ServerWords, WordsAtHand
from search.engines.elasticsearch_writing import SECONDS_OF_OTHER_WORDS, fetched_words
from search.engines.generations import vocabulary_folder
from search.operations import Indexers
from search.vocabulary import FILES
from tests.search.documents import document
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Server:
    """Has the words of a folder for each generation, and counts how often it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def get(self, index: str, id: str) -> Any:  # noqa: A002  # As the client's.
        self.asked += 1
        self.meanwhile()
        content = (self.folder / id.partition("/")[2]).read_bytes()
        return {"_source": {"content": base64.b64encode(content).decode()}}

    def words(self, _generation: str) -> ServerWords:
        return ServerWords(cast("Any", self), "words")


@pytest.fixture
def server(tmp_path: Path) -> Server:
    vocabulary_of(tmp_path / "server", "Flirbe", "Grozalt")
    return Server(tmp_path / "server")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here"


def fetch(server: Server, here: Path, generation: str, *languages: str) -> Path:
    current = ServerGeneration(generation, languages or ("nl",), {})
    return fetched_words(cast("ServerGenerations", server), here, current)


def title_terms(generation: Path) -> str:
    return Indexers(generation)["nl"].entry(document(title="Flirbegrozalt")).terms["title"]


def test_words_are_fetched_once(server: Server, here: Path) -> None:
    generation = fetch(server, here, "first")
    fetch(server, here, "first")

    assert server.asked == len(FILES)
    assert WordsAtHand(here).of("first", "nl")
    assert title_terms(generation) == "flirbegrozalt flirbe grozalt"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("is_there", [True, False])
def test_words_of_which_a_file_is_missing_or_empty_are_fetched_anew(
    server: Server, here: Path, name: str, *, is_there: bool
) -> None:
    file = vocabulary_folder(fetch(server, here, "first"), "nl") / name
    if is_there:
        file.write_bytes(b"")
    else:
        file.unlink()

    assert title_terms(fetch(server, here, "first")) == "flirbegrozalt flirbe grozalt"
    assert WordsAtHand(here).of("first", "nl")


def test_what_was_fetched_in_part_is_left_out(server: Server, here: Path) -> None:
    def fail_late() -> None:
        if server.asked % 3 == 0:
            raise ConnectionTimeout("slow")

    server.meanwhile = fail_late

    for _ in range(3):
        with pytest.raises(EngineFailedError):
            fetch(server, here, "first")

    assert [path.name for path in (here / "first").iterdir()] == ["vocabulary"]
    assert not vocabulary_folder(here / "first", "nl").exists()


def test_a_disk_that_takes_nothing_is_no_success(
    server: Server, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.rename", refuse)

    with pytest.raises(OSError, match="No space left"):
        fetch(server, here, "first")


def test_a_process_that_was_faster_is_no_failure(server: Server, here: Path) -> None:
    def be_overtaken() -> None:
        server.meanwhile = lambda: None
        fetch(server, here, "first")

    server.meanwhile = be_overtaken

    assert title_terms(fetch(server, here, "first")) == "flirbegrozalt flirbe grozalt"


def test_words_of_a_process_that_was_faster_stay(
    server: Server, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_too_early(_language: str, folder: Path) -> None:
        monkeypatch.undo()
        fetch(server, here, "first")
        (folder / "by the faster").touch()

    monkeypatch.setattr(elasticsearch_words, "_opened", look_too_early)

    generation = fetch(server, here, "first")

    assert (vocabulary_folder(generation, "nl") / "by the faster").exists()


def test_a_process_with_older_news_deletes_nothing_newer(server: Server, here: Path) -> None:
    def come_late() -> None:
        if server.asked == len(FILES) + 1:
            fetch(server, here, "before")

    server.meanwhile = come_late

    generation = fetch(server, here, "now", "nl", "de", "fr")

    assert {path.name for path in (generation / "vocabulary").iterdir()} == {"nl", "de", "fr"}


def test_words_of_other_generations_go_after_a_day(server: Server, here: Path) -> None:
    before, long_before = fetch(server, here, "before"), fetch(server, here, "long before")
    then = long_before.stat().st_mtime - SECONDS_OF_OTHER_WORDS - 1
    os.utime(long_before, (then, then))

    now = fetch(server, here, "now")

    assert set(here.iterdir()) == {before, now}


def test_a_writer_does_not_miss_words_that_go_while_it_writes(server: Server, here: Path) -> None:
    generation = fetch(server, here, "first")
    indexer = Indexers(generation)["nl"]
    shutil.rmtree(generation)

    found = indexer.entry(document(title="Flirbegrozalt")).terms["title"]

    assert found == "flirbegrozalt flirbe grozalt"
