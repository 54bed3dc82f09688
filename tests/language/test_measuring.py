"""The analysis of each language is as good as docs/analysis.md says, and no worse than others'.

`OTHERS` has, for each language, the best that other analyses (Lucene, Snowball, simplemma, and the
last two together) reach on nouns of Universal Dependencies: met, wrongly met.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command

from services.language import analysis
from services.language.measuring import measure, measured_languages, pairs_of
from services.models.choices import OFFICIAL_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path("docs/analysis.md")
TOLERANCE = 0.03
OTHERS = {
    "bg": (0.86, 0.03),
    "cs": (0.97, 0.11),
    "da": (0.99, 0.09),
    "de": (0.96, 0.10),
    "el": (0.93, 0.09),
    "en": (0.94, 0.20),
    "es": (0.99, 0.23),
    "et": (0.90, 0.08),
    "fi": (0.93, 0.05),
    "fr": (0.98, 0.10),
    "ga": (0.85, 0.09),
    "hr": (0.78, 0.03),
    "hu": (0.87, 0.13),
    "it": (0.97, 0.19),
    "lt": (0.99, 0.15),
    "lv": (0.95, 0.02),
    "nl": (0.77, 0.08),
    "pl": (0.91, 0.06),
    "pt": (0.98, 0.07),
    "ro": (0.96, 0.19),
    "sk": (0.92, 0.00),
    "sl": (0.89, 0.00),
    "sv": (0.95, 0.10),
}


@pytest.fixture(scope="module", autouse=True)
def _all_dictionaries() -> Iterator[None]:
    analysis.prepare(OFFICIAL_LANGUAGES)
    yield
    analysis.forget()


def rows() -> dict[str, list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return {language: row for language, *row in cells[2:]}


def test_every_official_language_is_measured() -> None:
    assert measured_languages() == list(rows()) == sorted(OFFICIAL_LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_there_are_enough_pairs(language: str) -> None:
    assert len(pairs_of(language).same) >= 300


@pytest.mark.parametrize("language", measured_languages())
def test_documented_measure_is_that_of_today(language: str) -> None:
    found = measure(language)

    assert rows()[language][2] == f"{found.met:.3f} / {found.wrong:.3f}"


@pytest.mark.parametrize("language", OTHERS)
def test_no_analysis_is_worse_than_those_of_others(language: str) -> None:
    met, wrong = OTHERS[language]
    found = measure(language)

    assert found.met >= met - TOLERANCE
    assert found.wrong <= wrong + TOLERANCE


def test_forms_meet_their_lemma_over_all_languages() -> None:
    assert mean(float(row[2].partition(" ")[0]) for row in rows().values()) >= 0.88


def test_table_is_put_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    copy = Path(shutil.copy(TABLE, tmp_path))

    call_command("measure_analysis", language=["mt"], write=copy)

    text = copy.read_text(encoding="utf-8")
    assert [line[:6] for line in text.splitlines() if line.startswith("|")] == [
        "| lang",
        "| --- ",
        "| mt |",
    ]
    assert text.endswith(TABLE.read_text(encoding="utf-8")[-200:])
