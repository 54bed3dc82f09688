"""The command explains how words are analysed, with the site's own words where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from tests.search.documents import build, document

if TYPE_CHECKING:
    from search.engines.embedded import EmbeddedEngine


def explained(capsys: pytest.CaptureFixture[str], text: str, language: str = "nl") -> list[str]:
    call_command("analyse", text, language=language)
    return capsys.readouterr().out.splitlines()


def test_each_word_has_its_forms_and_what_is_special(capsys: pytest.CaptureFixture[str]) -> None:
    lines = explained(capsys, "Hoe paspoorten A1")

    assert [line for line in lines if not line.startswith(" ")] == [
        "language=nl dictionary=nl stemmer=dutch documents=0",
        f"{'Hoe':24} hoe [stop word]",
        f"{'paspoorten':24} paspoorten paspoort",
        f"{'A1':24} a1 [code]",
    ]


def test_what_becomes_of_a_word_stands_below_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert explained(capsys, "rijbewijzen")[2:] == [
        f"    {'lemma':24} rijbewijs",
        f"    {'stem':24} rijbewijs",
        f"    {'groups of letters':24} ^ri rij ijb jbe bew ewi wij ijz jze zen en$",
    ]


def test_a_compound_is_split_by_the_dictionary(capsys: pytest.CaptureFixture[str]) -> None:
    parts = f"    {'parts':24} rijbewijs + omwisseling"

    assert parts in explained(capsys, "rijbewijsomwisseling")


def test_a_compound_is_split_by_the_words_of_the_site(
    engine: EmbeddedEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    build(engine, [document(1, title="Qwertzpas")])

    assert f"    {'parts':24} qwertzpas + omwisseling" in explained(capsys, "qwertzpasomwisseling")


def test_a_language_without_a_recipe_cannot_be_explained() -> None:
    with pytest.raises(CommandError, match="no recipe for “ru”"):
        call_command("analyse", "слово", language="ru")
