"""`make run` brings data, index and files in line with the code, and does so only where it must."""

from __future__ import annotations

import fcntl
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config import preparation
from search.engines.generations import Generations
from tests.processes import wait_until

MADE = ("var/search-index/current", "var/static/staticfiles.json")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the management commands instead of running them, and make what they would."""
    names: list[str] = []

    def note(name: str, *arguments: str) -> int:
        names.append(name)
        return 0

    database = tmp_path / "db.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE django_migrations AS SELECT 1")
        connection.commit()
    for file in MADE:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    monkeypatch.setattr(preparation, "manage", note)
    monkeypatch.setattr(preparation, "fingerprint", lambda: "as it is")
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    monkeypatch.delenv("SEARCH_INDEX_DIR", raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database}")
    monkeypatch.setenv("DEMO_CONTENT", "on")
    return names


def test_first_run_prepares_everything_in_order(commands: list[str]) -> None:
    preparation.prepare()

    assert commands == [
        "migrate",
        "load_code_lists",
        "load_demo",
        "load_synonyms",
        "rebuild_index",
        "collectstatic",
    ]


def test_second_run_prepares_nothing(commands: list[str]) -> None:
    preparation.prepare()
    commands.clear()

    preparation.prepare()

    assert commands == []


def test_changed_source_is_prepared_again(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    preparation.prepare()
    commands.clear()
    monkeypatch.setattr(preparation, "fingerprint", lambda: "changed")

    preparation.prepare()

    assert commands[0] == "migrate"


@pytest.mark.parametrize("name", ["db.sqlite3", *MADE])
def test_what_has_been_cleared_away_is_prepared_again(
    commands: list[str], tmp_path: Path, name: str
) -> None:
    preparation.prepare()
    commands.clear()
    (tmp_path / name).unlink()

    preparation.prepare()

    assert commands[0] == "migrate"


@pytest.mark.parametrize("content", ["", "this is no database"])
def test_database_without_tables_is_prepared_again(
    commands: list[str], tmp_path: Path, content: str
) -> None:
    preparation.prepare()
    commands.clear()
    (tmp_path / "db.sqlite3").write_text(content)

    preparation.prepare()

    assert commands[0] == "migrate"


def test_files_are_looked_for_where_the_commands_write_them() -> None:
    index = Generations(settings.SEARCH_INDEX_DIR).pointer
    manifest = settings.STATIC_ROOT / CompressedManifestStaticFilesStorage.manifest_name

    assert (index, manifest) == tuple(
        settings.VAR_DIR / Path(name).relative_to("var") for name in MADE
    )


def test_run_beside_another_waits_and_finds_everything_prepared(
    commands: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ThreadPoolExecutor() as pool:
        with (tmp_path / "var" / "preparing.lock").open("a") as other:
            fcntl.flock(other, fcntl.LOCK_EX)
            second = pool.submit(preparation.prepare)
            wait_until(lambda: "Waiting" in capsys.readouterr().out)
            (tmp_path / "var" / "prepared").write_text("as it is")
        second.result(timeout=20)

    assert commands == []


def test_demo_is_left_out_unless_it_is_wanted(
    commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO_CONTENT", "off")

    preparation.prepare()

    assert "load_demo" not in commands


def test_failed_step_ends_the_run(
    commands: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(preparation, "manage", lambda name, *options: 3 * (name == "rebuild_index"))

    with pytest.raises(SystemExit, match="3"):
        preparation.prepare()

    assert not (tmp_path / "var" / "prepared").exists()


def test_incomplete_demo_is_told_and_does_not_end_the_run(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(preparation, "manage", lambda name, *options: int(name == "load_demo"))

    preparation.prepare()

    assert "The demo is incomplete" in capsys.readouterr().err
    assert (tmp_path / "var" / "prepared").exists()


def test_fingerprint_is_the_same_for_the_same_sources() -> None:
    assert preparation.fingerprint() == preparation.fingerprint()


@pytest.mark.parametrize(
    "name",
    [
        "DATABASE_URL",
        "DEMO_CONTENT",
        "LANGUAGES",
        "SEARCH_INDEX_DIR",
        "SITE_COUNTRY",
        "SITE_THEME",
        "VAR_DIR",
    ],
)
def test_changed_setting_is_prepared_again(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name, raising=False)
    before = preparation.fingerprint()

    monkeypatch.setenv(name, "another")

    assert preparation.fingerprint() != before
