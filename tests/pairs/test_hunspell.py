"""Dictionaries of hunspell are read with their affixes, whatever their flags and letters are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pairs.hunspell import Dictionary, read

if TYPE_CHECKING:
    from pathlib import Path


def dictionary(folder: Path, affixes: str, words: str, encoding: str = "utf-8") -> Dictionary:
    (folder / "xx.aff").write_bytes(affixes.encode(encoding))
    (folder / "xx.dic").write_bytes(f"1\n{words}\n".encode(encoding))
    return read(folder / "xx")


def test_suffixes_are_put_on_words_that_end_as_they_ask(tmp_path: Path) -> None:
    affixes = "SET UTF-8\nSFX S Y 2\nSFX S 0 s [aeo]\nSFX S z ces z\n"

    found = dictionary(tmp_path, affixes, "luz/S")

    assert list(found.forms("luz")) == [("luces", "S")]


def test_prefixes_are_put_before(tmp_path: Path) -> None:
    affixes = "SET ISO8859-1\nPFX S Y 1\nPFX S b bh b\n"

    found = dictionary(tmp_path, affixes, "baile/S", "iso8859-1")

    assert list(found.forms("baile")) == [("bhaile", "S")]


@pytest.mark.parametrize(
    ("option", "flag", "asked"),
    [("FLAG long", "S.", "a0S."), ("FLAG num", "24", "7,24"), ("FLAG UTF-8", "Á", "ZÁ")],
)
def test_flags_are_letters_pairs_or_numbers(
    tmp_path: Path, option: str, flag: str, asked: str
) -> None:
    affixes = f"SET UTF-8\n{option}\nSFX {flag} Y 1\nSFX {flag} 0 s .\n"

    found = dictionary(tmp_path, affixes, f"mot/{asked}")

    assert list(found.forms("mot")) == [("mots", flag)]


def test_sets_of_flags_are_written_as_numbers(tmp_path: Path) -> None:
    affixes = "SET UTF-8\nAF 2\nAF X\nAF SX\nSFX S Y 1\nSFX S 0 k .\n"

    found = dictionary(tmp_path, affixes, "ablak/2")

    assert list(found.forms("ablak")) == [("ablakk", "S")]


def test_derived_words_are_no_forms(tmp_path: Path) -> None:
    affixes = "SET UTF-8\nAM 1\nAM ds:i_adj\nSFX S Y 1\nSFX S 0 i . 1\n"

    found = dictionary(tmp_path, affixes, "ház/S")

    assert list(found.forms("ház")) == []
