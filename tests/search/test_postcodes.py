"""Postcodes come from a file that an operator provides, whatever is wrong with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.postcodes import areas_of_postcode
from tests.search.hostile import limited, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(settings: Any, tmp_path: Path) -> Path:
    settings.SEARCH_POSTCODES_FILE = str(tmp_path / "postcodes.csv")
    return tmp_path / "postcodes.csv"


@pytest.mark.parametrize(
    "content",
    [
        "3512,NL,GM0344",
        "postcode,country,LAU\n3512,NL,GM0344\n",
        "\ufeff3512;NL;GM0344\r\n",
        '"3512", "nl", "GM0344", "Utrecht"\n',
        "\n,,\n3512\n3513,NL\n9999,XXX,1\n3512,NL,GM0344\nx,NL,<script>\n",
    ],
)
def test_a_postcode_is_read_from_lists_as_they_are(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")

    assert areas_of_postcode("3512") == ["NL-GM0344"]


def test_a_postcode_of_two_municipalities_leads_to_both(file: Path) -> None:
    file.write_text("1000,BE,21001\n1000,BE,21004\n1000,BE,21001\n")

    assert areas_of_postcode("1000") == ["BE-21001", "BE-21004"]


def test_the_longest_part_that_is_listed_counts(file: Path) -> None:
    file.write_text("3512,NL,GM0344\n3512JE,NL,GM0310\n")

    assert areas_of_postcode("3512 je") == ["NL-GM0310"]
    assert areas_of_postcode("3512 XX") == ["NL-GM0344"]


@pytest.mark.parametrize("typed", ["", "35", "9999", "Utrecht", "\x00"])
def test_what_is_not_listed_leads_nowhere(file: Path, typed: str) -> None:
    file.write_text("3512,NL,GM0344\n35,NL,GM0310\n")

    assert areas_of_postcode(typed) == []


def test_a_changed_file_is_read_anew(file: Path) -> None:
    file.write_text("3512,NL,GM0344\n")
    areas_of_postcode("3512")

    file.write_text("3512,NL,GM0310\n")
    os.utime(file, (0, 0))

    assert areas_of_postcode("3512") == ["NL-GM0310"]


def test_greece_has_the_code_of_the_lists_of_areas(file: Path) -> None:
    file.write_text("10431,GR,45010100\n")

    assert areas_of_postcode("104 31") == ["EL-45010100"]


def test_a_file_that_cannot_be_read_is_reported(file: Path, caplog: Any) -> None:
    assert areas_of_postcode("3512") == []
    assert "postcodes" in caplog.text


def test_bytes_that_are_no_text_are_reported(file: Path, caplog: Any) -> None:
    file.write_bytes(b"3512,NL,\xff\xfe\n")

    assert areas_of_postcode("3512") == []
    assert "postcodes" in caplog.text


def test_without_a_file_no_postcode_is_known(settings: Any) -> None:
    settings.SEARCH_POSTCODES_FILE = ""

    assert areas_of_postcode("3512") == []


@limited(200)
@given(typed=texts)
def test_any_text_may_be_typed_for_a_postcode(file: Path, typed: str) -> None:
    file.write_text("3512,NL,GM0344\n")

    assert areas_of_postcode(typed) in ([], ["NL-GM0344"])


@limited(200)
@given(content=st.binary(max_size=200) | texts.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_may_stand_in_the_file(file: Path, content: bytes) -> None:
    file.write_bytes(b"3512,NL,GM0344\n" + content)

    assert areas_of_postcode("3512") in ([], ["NL-GM0344"])
