"""A document carries all that finding and showing need."""

from __future__ import annotations

import json
from datetime import date

from search.documents import Document, record_json, version_of
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


def test_half_of_a_surrogate_pair_does_not_keep_a_document_from_being_kept() -> None:
    broken = document(title="Pas\ud83d", summary="Größe")

    record = json.loads(record_json(broken))

    assert record["title"] == "Pas?"
    assert record["summary"] == "Größe"
    assert version_of(document(names_elsewhere=(("de", "\ud83d"),))) != version_of(document())
