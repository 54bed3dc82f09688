"""What every engine does alike: it finds, ranks, sorts and explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.engines import NoIndexError
from search.engines.generations import vocabulary_folder
from search.indexing import Indexer
from search.query import Selection
from search.synonyms import finder_of
from search.vocabulary import Vocabulary
from tests.search.documents import asked, build, document, ids

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def test_a_synonym_of_many_words_stands_for_all_of_them(engine: Engine) -> None:
    titles = ("Kenteken overschrijven", "Nieuwe school", "Auto wassen", "Naam en zetten")
    build(engine, [document(number, title=title) for number, title in enumerate(titles)])
    synonyms = finder_of({"nl": [("nieuwe auto naam zetten", ("kenteken overschrijven",))]})
    question = asked(engine, "nieuwe auto naam zetten", synonyms_for=synonyms)

    found = engine.search(question, Selection())

    assert question.required == 2
    assert {hit.document.id for hit in found.hits} == {"0", "3"}


def test_what_most_pages_have_is_looked_for_where_there_is_nothing_else(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.query.FEWEST_PAGES_FOR_COMMON", 1)
    build(engine, [document(1), document(2, title="Rijbewijs kwijt"), document(3, title="Fiets")])

    assert ids(engine, "rijbewijzen kwijt") == ["2"]
    assert sorted(ids(engine, "rijbewijzen quux")) == ["1", "2"]
    assert engine.search(asked(engine, "rijbewijs kwijt"), Selection(), facets=["kind"]).counts == {
        "kind": {"procedure": 1}
    }


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
    assert engine.search(question, Selection(), facets=["kind"]).counts.get("kind", {}) == {}


@pytest.mark.usefixtures("library")
def test_a_question_without_words_finds_nothing(engine: Engine) -> None:
    assert engine.search(asked(engine, " "), Selection()).total == 0
    assert (
        engine.search(asked(engine, " "), Selection(), facets=["kind"]).counts.get("kind", {}) == {}
    )


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


def test_equally_good_pages_stand_by_their_ids(engine: Engine) -> None:
    build(engine, [document(number) for number in (14, 12, 13, 11)])

    assert ids(engine, "rijbewijs") == ["11", "12", "13", "14"]


SITE = [
    document(1),
    document(2, title="Rijbewijs", body="Neem een pasfoto mee en een bewijs van uw adres."),
    document(3, title="Rijbewijs"),
    document(4, title="Paspoort", summary="Anders dan een rijbewijs.", keywords=("reizen",)),
    document(5, title="Rijbewijsaanvraag", headings=("Uw pasfoto",)),
    document(6, title="Rijbewijs"),
    document(7, title="Parkeren", kind="information", body="Met rijbewijs omwisselen."),
    *(document(100 + n, title="Subsidie", body="Voor zonnepanelen. " * 5) for n in range(60)),
]


def held(engine: Engine) -> tuple[dict[str, str], list[list[str]]]:
    """Return the versions of all documents, and what is found by a few questions."""
    texts = ("rijbewijzen", "rijbewijs omwisselen", "pasfoto", '"anders dan"', "rijbewjis")
    return engine.versions("nl"), [ids(engine, text) for text in texts]


def write_each(engine: Engine, documents: Iterable[Document]) -> None:
    """Write documents one after the other, each first otherwise, then not at all."""
    with engine.writer() as writer:
        indexer = Indexer(Vocabulary("nl", vocabulary_folder(writer.folder, "nl")))
        for each in documents:
            writer.put([indexer.entry(document(id=each.id, title="Oud"))])
            writer.commit()
            writer.remove("nl", [each.id])
            writer.commit()
            writer.put([indexer.entry(each)])
            writer.commit()


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5, 6), (6, 5, 4, 3, 2, 1, 0), (5, 2, 6, 0)])
def test_an_index_updated_page_by_page_equals_one_rebuilt(
    engine: Engine, order: tuple[int, ...]
) -> None:
    build(engine, SITE)
    rebuilt = held(engine)

    write_each(engine, map(SITE.__getitem__, order))

    assert held(engine) == rebuilt


@pytest.mark.usefixtures("library")
def test_documents_are_fetched_by_their_ids(engine: Engine) -> None:
    assert set(engine.fetch("nl", ["1", "3", "999"])) == {"1", "3"}
    assert engine.fetch("nl", []) == engine.fetch("fr", ["1"]) == {}


@pytest.mark.usefixtures("library")
def test_documents_that_are_left_out_are_not_found(engine: Engine) -> None:
    found = engine.search(asked(engine, "rijbewijs").without(["1"]), Selection())

    assert {hit.document.id for hit in found.hits} == {"0", "2", "3"}
    assert found.total == 3
