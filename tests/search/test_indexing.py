"""What an engine keeps of a document are terms, field by field."""

from __future__ import annotations

import random
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from search import indexing
from search.indexing import Indexer, grams
from search.vocabulary import Vocabulary, WordCounts
from services.language.analysis import analyse
from tests.search.documents import document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def terms(vocabulary: Vocabulary | None = None, **values: Any) -> Mapping[str, str]:
    known = vocabulary or Vocabulary(values.get("language", "nl"))
    return Indexer(known).entry(document(**values)).terms


def test_all_texts_together_are_the_words() -> None:
    found = terms(keywords=("ruilen", "inleveren"), body="Twee foto's.")

    assert found["title"] == "rijbewijs omwisselen omwis"
    assert found["words"] == f"{found['title']} {found['keywords']} twee fotos foto"
    assert "summary" not in found
    assert "body" not in found


def test_titles_and_keywords_are_written_as_groups_of_letters() -> None:
    assert terms(title="Pas", keywords=("BSN",))["grams"] == "^pa pas as$ ^bs bsn sn$"


def test_the_shortest_word_has_one_group() -> None:
    assert grams("a") == ["^a$"]


def test_words_stand_in_their_order_with_a_sign_between_texts() -> None:
    assert terms(title="Nieuwe pas", summary="Foto's")["written"] == "nieuwe pas | fotos"


def test_who_reads_one_document_after_the_other_remembers_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(indexing, "PIECES_REMEMBERED", 3)
    indexer = Indexer(Vocabulary("nl"))
    titles = ["een twee", "drie twee een", "vier", "een vijf zes"]

    found = [indexer.entry(document(title=title)).terms for title in titles]

    assert found == [terms(title=title) for title in titles]


def test_a_compound_has_the_terms_of_its_parts(tmp_path: Path) -> None:
    counts = WordCounts("nl")
    counts.add(map(counts.pieces.numbers_of, ["Rijbewijs", "Aanvragen"]))
    counts.freeze(tmp_path)

    words = Vocabulary("nl", tmp_path, is_counted=False)
    found = terms(words, title="Rijbewijsaanvragen")["title"].split()

    assert {"rijbewijsaanvragen", "rijbewijs", "aanvragen"} <= set(found)


@pytest.mark.parametrize("language", ["de", "el"])
def test_names_in_other_languages_are_foreign_terms(language: str) -> None:
    found = terms(names_elsewhere=((language, "Führerscheine A1"),))["foreign"].split()

    assert {"fuhrerscheine", "a1"} <= set(found)
    assert len(found) == len(set(found))


# What words begin and end with, what stands in them, and what parts them.
SIGNS = ("A", "é", "Σ", "2", "_", "-", "'", "’", ".", "(", "\u00ad", "\u0301", "\u200b", "ß")
SPACES = (" ", "\n", "\t", "\x1f", "\x85", "\u00a0", "\u2003", "\u3000")


@pytest.mark.parametrize("seed", range(20))
def test_a_text_read_in_pieces_is_written_as_its_terms_are(seed: int) -> None:
    text = "".join(random.Random(seed).choices((*SIGNS, *SPACES, "foto's", "Auto’s"), k=400))

    expected = chain.from_iterable(term.forms for term in analyse(text, "en"))

    assert terms(title=text, language="en")["title"].split() == list(expected)
