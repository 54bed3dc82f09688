"""What could name a person is cut before a question is written down anywhere."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.counting.private import without_personal_data
from tests.search.hostile import limited, texts

DIGITS_IN_A_ROW = re.compile(r"\d(?:[\W_]{0,3}\d){4}")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("rijbewijs verlengen", "rijbewijs verlengen"),
        ("mail jan.jansen@example.org nu", "mail nu"),
        ("mail jan @ example.org nu", "mail nu"),
        ("jan(at)example.org", ""),
        ("jan [apenstaartje] example.org", ""),
        ("jan＠example.org", ""),
        ("bsn 123456782", "bsn"),
        ("bsn 123.456.782", "bsn"),
        ("bel 06-12 34 56 78 na vijf", "bel na vijf"),
        ("bel +31 (0)6 1234 5678", "bel"),
        ("geboren 12-03-1985 in Breda", "geboren in Breda"),
        ("geboren 12 / 03 / 1985", "geboren"),
        ("NL91 ABNA 0417 1643 00", "NL91 ABNA"),
        ("①②③④⑤", ""),
        ("١٢٣٤٥", ""),
        ("x(" * 2000 + "at)example.org", ""),
        ("1\u200b2\u200b3\u200b4\u200b5", ""),
        ("5-13    5-13", ""),
        ("12- jan@example.org -345 nee", "nee"),
        ("formulier 1234 AB", "formulier 1234 AB"),
        ("E112 A1 S1 EHIC", "E112 A1 S1 EHIC"),
        ("wet 2018/1724", "wet"),
    ],
)
def test_addresses_and_runs_of_digits_are_cut(text: str, kept: str) -> None:
    assert without_personal_data(text) == kept


@limited(200)
@given(text=texts)
def test_of_any_text_no_address_and_no_run_of_digits_is_kept(text: str) -> None:
    kept = unicodedata.normalize("NFKC", without_personal_data(text))

    assert "@" not in kept
    assert not DIGITS_IN_A_ROW.search(kept)


@limited(200)
@given(text=texts)
def test_what_was_cut_once_is_not_cut_further(text: str) -> None:
    kept = without_personal_data(text)

    assert without_personal_data(kept) == kept


@limited(200)
@given(before=texts, name=st.emails(), after=texts)
def test_an_address_amid_any_text_is_cut(before: str, name: str, after: str) -> None:
    kept = without_personal_data(f"{before} {name} {after}")

    assert name.partition("@")[2] not in kept.split()
