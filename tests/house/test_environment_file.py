"""The file `.env` is obeyed; it gets a key where it has none, and nothing else in it changes."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import environ
import pytest

from config.environment_file import obey, write_environment_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    return tmp_path / ".env"


def key_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("os.environ", {})
    environ.Env.read_env(path)
    return environ.Env().str("SECRET_KEY")


def test_file_is_for_its_owner_only(path: Path) -> None:
    write_environment_file(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_checkout_has_a_key_of_its_own(path: Path, tmp_path: Path) -> None:
    write_environment_file(path)
    write_environment_file(tmp_path / "two")

    assert path.read_text() != (tmp_path / "two").read_text()


@pytest.mark.parametrize(
    "text", ["SECRET_KEY=mine\n", "export SECRET_KEY='mine'", "A=1\nSECRET_KEY=m"]
)
def test_key_that_is_there_stays(path: Path, text: str) -> None:
    path.write_text(text)

    write_environment_file(path)

    assert path.read_text() == text


@pytest.mark.parametrize(
    "text", ["", "PORT=8001", "#SECRET_KEY=x\n", "SECRET_KEY=\n", 'SECRET_KEY=""\nPORT=8001\n']
)
def test_missing_key_is_written_in(path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    path.write_text(text)

    write_environment_file(path)

    others = [line for line in text.splitlines() if not line.startswith("SECRET_KEY")]
    assert set(others) <= set(path.read_text().splitlines())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(key_in(path, monkeypatch)) >= 50


@pytest.mark.parametrize("text", ["", "PORT=8001", "SECRET_KEY=\n#DEMO_CONTENT=off\n"])
def test_file_without_a_key_gets_the_demo(path: Path, text: str) -> None:
    path.write_text(text)

    write_environment_file(path)

    assert path.read_text().endswith("\nDEMO_CONTENT=on\n")


@pytest.mark.parametrize("text", ["DEMO_CONTENT=off", "SECRET_KEY=\nexport DEMO_CONTENT=off\n"])
def test_file_that_decides_about_the_demo_is_obeyed(path: Path, text: str) -> None:
    path.write_text(text)

    write_environment_file(path)

    assert path.read_text().count("DEMO_CONTENT") == 1


def test_key_of_the_environment_needs_none_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "of the environment")
    path.write_text("PORT=8001\n")

    write_environment_file(path)

    assert path.read_text() == "PORT=8001\n"


@pytest.mark.parametrize(
    "text",
    ["PORT=8131", "export PORT=8131\n", "#PORT=1\nPORT='8131'\nHOST=", 'PORT=1\nPORT="8131"'],
)
def test_file_is_read_as_the_settings_read_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path.write_text(text)
    monkeypatch.setattr("environ.Env.ENVIRON", {})
    monkeypatch.setattr("os.environ", {})
    environ.Env.read_env(path)

    obey(path)

    assert os.environ == environ.Env.ENVIRON
    assert os.environ["PORT"] == "8131"


def test_environment_wins_over_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8001")
    path.write_text("PORT=8131")

    obey(path)

    assert os.environ["PORT"] == "8001"


def test_missing_file_says_nothing(path: Path) -> None:
    before = dict(os.environ)

    obey(path)

    assert dict(os.environ) == before
