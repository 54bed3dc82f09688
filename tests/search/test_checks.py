"""A setting of the search that cannot be right is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.checks import NO_CA_FILE, check_ca_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings


def test_a_file_of_certificates_that_is_missing_is_named(
    settings: Settings, tmp_path: Path
) -> None:
    settings.SEARCH_CA_FILE = str(tmp_path / "ca.pem")

    (found,) = check_ca_file()

    assert found.id == NO_CA_FILE
    assert settings.SEARCH_CA_FILE in found.msg


def test_one_that_is_there_or_not_needed_is_right(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").touch()

    for name in ("", str(tmp_path / "ca.pem")):
        settings.SEARCH_CA_FILE = name
        assert check_ca_file() == []
