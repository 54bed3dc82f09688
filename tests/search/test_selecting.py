"""What every engine does alike with what is chosen: it filters, counts and puts places first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict

from search.query import Selection, select
from tests.search.documents import asked, build, document

if TYPE_CHECKING:
    from search.engines import Engine


@pytest.fixture
def engine(each_engine: Engine) -> Engine:
    return each_engine


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("", {"0", "1", "2", "3"}),
        ("kind=procedure", {"0", "1"}),
        ("kind=procedure&kind=topic", {"0", "1", "3"}),
        ("audience=businesses", {"1", "2"}),
        ("kind=procedure&audience=businesses", {"1"}),
        ("kind=life_event", set()),
    ],
)
@pytest.mark.usefixtures("library")
def test_values_of_a_facet_are_alternatives_and_facets_add_up(
    engine: Engine, chosen: str, found: set[str]
) -> None:
    hits = engine.search(asked(engine, "rijbewijs"), select(QueryDict(chosen)))

    assert {hit.document.id for hit in hits.hits} == found
    assert hits.total == len(found)


@pytest.mark.parametrize(
    ("chosen", "kinds", "audiences"),
    [
        (
            "",
            {"procedure": 2, "information": 1, "topic": 1},
            {"citizens": 3, "businesses": 2},
        ),
        (
            "kind=topic",
            {"procedure": 2, "information": 1, "topic": 1},
            {"citizens": 1},
        ),
        (
            "audience=businesses",
            {"procedure": 1, "information": 1},
            {"citizens": 3, "businesses": 2},
        ),
        (
            "kind=procedure&audience=businesses",
            {"procedure": 1, "information": 1},
            {"citizens": 2, "businesses": 1},
        ),
    ],
)
@pytest.mark.usefixtures("library")
def test_counts_ignore_their_own_facet_and_obey_the_others(
    engine: Engine, chosen: str, kinds: dict[str, int], audiences: dict[str, int]
) -> None:
    selection = select(QueryDict(chosen))

    counts = engine.search(
        asked(engine, "rijbewijs"), selection, facets=["kind", "audience"]
    ).counts

    assert counts == {"kind": kinds, "audience": audiences}


@pytest.mark.usefixtures("library")
def test_a_filter_does_not_change_the_score(engine: Engine) -> None:
    question = asked(engine, "rijbewijs")

    all_of_them = engine.search(question, Selection()).hits
    some = engine.search(question, select(QueryDict("kind=topic"))).hits

    assert some[0].score == next(hit.score for hit in all_of_them if hit.document.id == "3")


def test_topics_authorities_and_areas_are_filtered_and_counted(engine: Engine) -> None:
    moving = {"topics": ("t1", "t2"), "authority_id": "a1", "areas": ("NL-1",)}
    build(engine, [document(1, **moving), document(2, topics=("t2",)), document(3)])
    selection = Selection((("topic", ("t1", "t2")), ("authority", ("a1",))))

    counts = engine.search(
        asked(engine, "rijbewijs"), selection, facets=["topic", "authority", "area"]
    ).counts

    assert engine.search(asked(engine, "rijbewijs"), selection).total == 1
    assert counts == {"topic": {"t1": 1, "t2": 1}, "authority": {"a1": 1}, "area": {"NL-1": 1}}


def test_all_values_of_a_facet_are_counted(engine: Engine) -> None:
    build(engine, [document(number, areas=(f"NL-{number}",)) for number in range(1500)])

    counts = engine.search(asked(engine, "rijbewijs"), Selection(), facets=["area"]).counts

    assert len(counts["area"]) == 1500


def test_what_holds_in_the_place_stands_before_what_holds_everywhere(
    engine: Engine,
) -> None:
    areas = [("NL",), ("NL-1",), ("NL31",), ("NL-2",)]
    build(engine, [document(number, areas=area) for number, area in enumerate(areas)])
    selection = Selection((("area", ("NL-1",)),), around=("NL31", "NL"))

    hits = engine.search(asked(engine, "rijbewijs"), selection).hits

    assert [hit.document.id for hit in hits] == ["1", "2", "0"]


def test_a_place_does_not_raise_what_has_the_words_in_its_text_only(
    engine: Engine,
) -> None:
    others = [document(10 + number, title="Anders") for number in range(50)]
    local = document(1, title="Anders", body="rijbewijs", areas=("NL-1",))
    build(engine, [document(2, areas=("NL",)), local, *others])
    selection = Selection((("area", ("NL-1",)),), around=("NL",))

    hits = engine.search(asked(engine, "rijbewijs"), selection).hits

    assert [hit.document.id for hit in hits] == ["2", "1"]
