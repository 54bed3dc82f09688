"""Texts are read as the numbers of what stands between their spaces."""

from __future__ import annotations

from search.pieces import Pieces
from tests.search.documents import document


def test_a_piece_keeps_its_number() -> None:
    pieces = Pieces()

    assert pieces.numbers_of("naar de raad van de stad") == (0, 1, 2, 3, 1, 4)
    assert pieces.numbers_of("de Stad") == (1, 5)
    assert pieces.listed == ["naar", "de", "raad", "van", "stad", "Stad"]


def test_a_document_has_those_texts_that_are_not_empty() -> None:
    found = Pieces().texts_of(document(title="Nieuwe pas", keywords=("BSN", "pas"), body=" \n"))

    assert found == {"title": (0, 1), "keywords": (2, 1), "body": ()}
