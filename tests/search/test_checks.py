"""A setting of the search that cannot be right is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.checks import UNREADABLE_CA_FILE, check_ca_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import Settings

URL = "https://localhost:9200"


@pytest.mark.parametrize("name", ["ca.pem", "", "ca.pem/ca.pem", "a" * 300, "\0"])
def test_a_file_of_certificates_that_cannot_be_read_is_named(
    settings: Settings, tmp_path: Path, name: str
) -> None:
    settings.SEARCH_URL = URL
    settings.SEARCH_CA_FILE = str(tmp_path / name)

    (found,) = check_ca_file()

    assert found.id == UNREADABLE_CA_FILE
    assert repr(settings.SEARCH_CA_FILE) in found.msg


def test_one_that_is_there_or_not_needed_is_right(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").touch()

    for url, name in ((URL, ""), (URL, str(tmp_path / "ca.pem")), ("", str(tmp_path / "no.pem"))):
        settings.SEARCH_URL = url
        settings.SEARCH_CA_FILE = name
        assert check_ca_file() == []
