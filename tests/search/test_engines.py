"""What every engine does alike: it finds, ranks, filters and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict

from search.engines import NoIndexError
from search.query import Selection, select
from tests.search.documents import asked, build, document, ids

if TYPE_CHECKING:
    from search.documents import Document
    from search.engines import Engine


@pytest.fixture
def engine(each_engine: Engine) -> Engine:
    return each_engine


@pytest.mark.parametrize(
    "where",
    [
        {"keywords": ("zorgpas",)},
        {"summary": "Een zorgpas."},
        {"headings": ("Uw zorgpas",)},
        {"body": "Met een zorgpas."},
        {"authority": "Zorgpas"},
    ],
)
def test_every_text_of_a_page_is_searched(engine: Engine, where: dict[str, str]) -> None:
    build(engine, [document(1, **where), document(2)])

    assert ids(engine, "zorgpas") == ["1"]


def test_a_word_in_the_title_weighs_more_than_one_in_the_text(engine: Engine) -> None:
    build(
        engine,
        [
            document(1, title="Belasting", body="paspoort " * 3),
            document(2, title="Paspoort", body="belasting"),
            document(3, title="Iets", keywords=("paspoort",)),
        ],
    )

    assert ids(engine, "paspoort") == ["2", "3", "1"]


def test_the_page_with_all_words_stands_first(engine: Engine) -> None:
    build(engine, [document(1, title="Rijbewijs kwijt"), document(2), document(3, title="Auto")])

    assert ids(engine, "rijbewijs omwisselen") == ["2", "1"]


def test_of_many_words_a_page_must_have_two(engine: Engine) -> None:
    build(engine, [document(1), document(2, title="Rijbewijs kwijt"), document(3, title="Fiets")])

    assert ids(engine, "buitenlands rijbewijs omwisselen fiets kwijt") == ["2", "1"]


def test_a_phrase_in_quotation_marks_stands_in_the_page_just_so(engine: Engine) -> None:
    build(engine, [document(1, title="Auto van de zaak"), document(2, title="Zaak van de auto")])

    assert ids(engine, '"auto van de zaak"') == ["1"]
    assert ids(engine, "auto van de zaak") == ["1", "2"]


def test_a_phrase_does_not_reach_from_one_text_into_the_next(engine: Engine) -> None:
    build(engine, [document(1, title="Nieuwe pas", summary="Aanvragen kan online.")])

    assert ids(engine, '"pas aanvragen"') == []


def test_a_word_of_another_language_finds_the_page(engine: Engine) -> None:
    names = (("de", "Führerschein umtauschen"), ("en", "Exchange your driving licence"))
    build(engine, [document(1, names_elsewhere=names), document(2, title="Paspoort")])

    assert ids(engine, "fuhrerschein") == ["1"]
    assert ids(engine, "licence") == ["1"]


def test_a_part_of_a_compound_finds_the_page(engine: Engine) -> None:
    build(engine, [document(1, title="Rijbewijsaanvraag"), document(2, title="Aanvraag toeslag")])

    assert ids(engine, "rijbewijs") == ["1"]


def test_languages_are_searched_apart(engine: Engine) -> None:
    build(engine, [document(1, title="Test"), document(1, language="en", title="Test")])

    found = engine.search(asked(engine, "test", "en"), Selection())

    assert [hit.document.language for hit in found.hits] == ["en"]


@pytest.fixture
def library(engine: Engine) -> list[Document]:
    kinds = ["procedure", "procedure", "information", "topic"]
    audiences = [("citizens",), ("citizens", "businesses"), ("businesses",), ("citizens",)]
    documents = [
        document(number, kind=kind, audience=audience)
        for number, (kind, audience) in enumerate(zip(kinds, audiences, strict=True))
    ]
    build(engine, documents, "en")
    return documents


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

    counts = engine.count(asked(engine, "rijbewijs"), selection, ["kind", "audience"])

    assert counts == {"kind": kinds, "audience": audiences}


@pytest.mark.usefixtures("library")
def test_a_filter_does_not_change_the_score(engine: Engine) -> None:
    question = asked(engine, "rijbewijs")

    all_of_them = engine.search(question, Selection()).hits
    some = engine.search(question, select(QueryDict("kind=topic"))).hits

    assert some[0].score == next(hit.score for hit in all_of_them if hit.document.id == "3")


@pytest.mark.usefixtures("library")
def test_results_come_in_parts(engine: Engine) -> None:
    question = asked(engine, "rijbewijs")

    parts = [engine.search(question, Selection(), offset=place, limit=3) for place in (0, 3, 6)]

    assert [len(part.hits) for part in parts] == [3, 1, 0]
    assert {part.total for part in parts} == {4}


@pytest.mark.usefixtures("library")
def test_a_score_is_explained(engine: Engine) -> None:
    explanation = engine.explain(asked(engine, "rijbewijs"), "1")

    assert explanation is not None
    assert explanation["value"] > 0
    assert engine.explain(asked(engine, "rijbewijs"), "999") is None
    assert engine.explain(asked(engine, "fiets"), "1") is None
    assert engine.explain(asked(engine, "rijbewijs", "fr"), "1") is None


@pytest.mark.usefixtures("library")
def test_health_tells_what_there_is(engine: Engine) -> None:
    health = engine.health()

    assert health.documents == {"nl": 4, "en": 0}
    assert health.is_current
    assert health.generation == engine.current_generation()
    assert set(engine.versions("nl")) == {"0", "1", "2", "3"}
    assert engine.versions("fr") == {}


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("language", ["fr", "en", "../nl", "", "nl/../nl"])
def test_a_language_without_documents_finds_nothing(engine: Engine, language: str) -> None:
    question = asked(engine, "rijbewijs", language)

    assert engine.search(question, Selection()).total == 0
    assert engine.count(question, Selection(), ["kind"]) == {"kind": {}}


@pytest.mark.usefixtures("library")
def test_a_question_without_words_finds_nothing(engine: Engine) -> None:
    assert engine.search(asked(engine, " "), Selection()).total == 0
    assert engine.count(asked(engine, " "), Selection(), ["kind"]) == {"kind": {}}


def test_without_an_index_this_is_said(engine: Engine) -> None:
    with pytest.raises(NoIndexError):
        engine.search(asked(engine, "rijbewijs"), Selection())


def test_titles_stand_in_the_order_of_the_alphabet(engine: Engine) -> None:
    titles = ["rijbewijs z", "Rijbewijs é", "rijbewijs a", "„Rijbewijs f", "Rijbewijs E"]
    build(engine, [document(number, title=title) for number, title in enumerate(titles)])

    hits = engine.search(asked(engine, "rijbewijs"), Selection(by_title=True)).hits

    assert [hit.document.title[-1] for hit in hits] == ["a", "E", "é", "f", "z"]


def test_equal_titles_stand_by_their_ids_on_every_page(engine: Engine) -> None:
    build(engine, [document(number) for number in (14, 12, 13, 11)])

    pages = [
        engine.search(asked(engine, "rijbewijs"), Selection(by_title=True), offset=offset, limit=2)
        for offset in (0, 2)
    ]

    assert [hit.document.id for page in pages for hit in page.hits] == ["11", "12", "13", "14"]
    assert [page.total for page in pages] == [4, 4]


def test_topics_authorities_and_areas_are_filtered_and_counted(engine: Engine) -> None:
    moving = {"topics": ("t1", "t2"), "authority_id": "a1", "areas": ("NL-1",)}
    build(engine, [document(1, **moving), document(2, topics=("t2",)), document(3)])
    selection = Selection((("topic", ("t1", "t2")), ("authority", ("a1",))))

    counts = engine.count(asked(engine, "rijbewijs"), selection, ["topic", "authority", "area"])

    assert engine.search(asked(engine, "rijbewijs"), selection).total == 1
    assert counts == {"topic": {"t1": 1, "t2": 1}, "authority": {"a1": 1}, "area": {"NL-1": 1}}


def test_all_values_of_a_facet_are_counted(engine: Engine) -> None:
    build(engine, [document(number, areas=(f"NL-{number}",)) for number in range(1500)])

    counts = engine.count(asked(engine, "rijbewijs"), Selection(), ["area"])

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


@pytest.mark.usefixtures("library")
def test_documents_are_fetched_by_their_ids(engine: Engine) -> None:
    assert set(engine.fetch("nl", ["1", "3", "999"])) == {"1", "3"}
    assert engine.fetch("nl", []) == engine.fetch("fr", ["1"]) == {}


@pytest.mark.usefixtures("library")
def test_documents_that_are_left_out_are_not_found(engine: Engine) -> None:
    found = engine.search(asked(engine, "rijbewijs").without(["1"]), Selection())

    assert {hit.document.id for hit in found.hits} == {"0", "2", "3"}
    assert found.total == 3
