"""The words of a question meet those of the pages, on the embedded engine for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search.documents import build, document, ids

if TYPE_CHECKING:
    from search.engines.embedded import EmbeddedEngine


@pytest.mark.parametrize(
    ("language", "title", "typed"),
    [
        ("nl", "Rijbewijs omwisselen", "rijbewijzen"),
        ("nl", "Verhuizing doorgeven", "verhuizingen"),
        ("nl", "Verhuizen naar Nederland", "verhuisd"),
        ("nl", "Financiële steun", "financiele"),
        ("nl", "Foto's inleveren", "foto"),
        ("nl", "Formulier E 112 en A1", "a1"),
        ("en", "Exchange your driving licence", "licences"),
        ("en", "Help for your child", "children"),
        ("en", "Café permits", "cafe permit"),
        ("de", "Führerschein umtauschen", "Führerscheine"),
        ("de", "Führerschein umtauschen", "fuehrerschein"),
        ("de", "Führerschein umtauschen", "FUHRERSCHEIN"),
        ("de", "Ein Haus kaufen", "Häuser"),
        ("de", "Umziehen", "umgezogen"),
    ],
)
def test_an_inflected_or_accentless_word_finds_the_page(
    engine: EmbeddedEngine, language: str, title: str, typed: str
) -> None:
    build(engine, [document(1, language=language, title=title), document(2, language=language)])

    assert "1" in ids(engine, typed, language)


def test_the_written_form_stands_before_other_forms(engine: EmbeddedEngine) -> None:
    build(
        engine,
        [
            document(1, title="Verhuizingen"),
            document(2, title="Verhuizing"),
            document(3, title="Verhuizingen"),
        ],
    )

    assert ids(engine, "verhuizing")[0] == "2"


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Rijbewijs omwisselen", "rijbewjis"),
        ("Rijbewijsaanvraag", "rijbewijs"),
        ("Rijbewijs aanvragen", "rijbewijsaanvraag"),
        ("Paspoort", "paspoot"),
    ],
)
def test_a_title_that_resembles_a_word_is_found(
    engine: EmbeddedEngine, title: str, typed: str
) -> None:
    build(engine, [document(1, title=title), document(2, title="Subsidie voor zonnepanelen")])

    assert ids(engine, typed) == ["1"]
