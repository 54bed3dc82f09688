"""A document carries all that finding and showing need."""

from __future__ import annotations

import json
from datetime import date

from search.documents import Document, grams, index_fields
from tests.search.documents import document


def test_a_record_reads_back_as_the_same_document() -> None:
    full = document(
        keywords=("ruilen",),
        summary="Ruil uw rijbewijs.",
        headings=("Wat u nodig hebt",),
        body="Neem uw oude rijbewijs mee.",
        authority="RDW",
        topic="Verkeer",
        topics=("t1", "t2"),
        confirmed_on=date(2026, 11, 24),
    )

    assert Document.from_record(json.loads(json.dumps(full.as_record()))) == full


def test_a_record_of_a_newer_version_is_read_as_far_as_it_is_known() -> None:
    record = {**document().as_record(), "popularity": 7}

    assert Document.from_record(record) == document()


def test_each_field_is_written_as_terms() -> None:
    terms = index_fields(document(keywords=("ruilen", "inleveren"), body="Twee foto's."))

    assert terms["title"] == "rijbewijs omwisselen omwis"
    assert terms["body"] == "twee fotos foto"
    assert "summary" not in terms


def test_titles_and_keywords_are_written_as_groups_of_letters() -> None:
    terms = index_fields(document(title="Pas", keywords=("BSN",)))

    assert terms["grams"] == "^pa pas as$ ^bs bsn sn$"


def test_the_shortest_word_has_one_group() -> None:
    assert grams("a") == ["^a$"]
