"""An answer holds what engines find, as search editors and readers weigh it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict

from search import readership
from search.best_bets import Bets
from search.query import Selection, select
from search.searching import Answer, find
from tests.search.documents import asked, build, document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from search.engines.embedded import EmbeddedEngine


@pytest.fixture
def licences(engine: EmbeddedEngine) -> None:
    build(engine, [document(number, title=f"Rijbewijs {number}") for number in range(1, 36)])


def found(engine: EmbeddedEngine, text: str, chosen: str = "", **options: Any) -> Answer:
    selection = select(QueryDict(chosen)) if chosen else Selection()
    return find(engine, asked(engine, text), selection, **options)


def ids(answer: Answer) -> list[str]:
    return [hit.document.id for hit in answer.hits]


@pytest.mark.usefixtures("licences")
def test_a_pinned_page_stands_before_the_others_and_only_there(engine: EmbeddedEngine) -> None:
    answer = found(engine, "rijbewijs", bets=Bets(pinned=("20", "7", "unknown")))

    assert [document.id for document in answer.pinned] == ["20", "7"]
    assert not {"20", "7"} & set(ids(answer))
    assert answer.total == 35


@pytest.mark.usefixtures("licences")
def test_pinned_pages_stand_on_the_first_page_only(engine: EmbeddedEngine) -> None:
    answer = found(engine, "rijbewijs", page=2, bets=Bets(pinned=("20",)))

    assert not answer.pinned
    assert answer.total == 35


def test_a_pinned_page_makes_no_page_of_results_of_its_own(engine: EmbeddedEngine) -> None:
    build(engine, [document(n, title=f"Rijbewijs {n}") for n in range(11)])

    answer = found(engine, "rijbewijs", page=2, bets=Bets(pinned=("5",)))

    assert (answer.total, answer.page_count, answer.page, len(answer.hits)) == (11, 1, 1, 10)


@pytest.mark.usefixtures("licences")
def test_results_are_numbered_after_those_that_are_pinned(engine: EmbeddedEngine) -> None:
    bets = Bets(pinned=("20", "7"))

    assert found(engine, "rijbewijs", bets=bets).first_rank == 1
    assert found(engine, "rijbewijs", page=2, bets=bets).first_rank == 13


def test_facets_count_what_is_pinned_where_it_has_the_words(engine: EmbeddedEngine) -> None:
    build(engine, [document(1), document(2), document(3, title="Paspoort", kind="topic")])

    answer = found(engine, "rijbewijs", bets=Bets(pinned=("1", "3")))

    assert answer.counts["kind"] == {"procedure": 2}


def test_a_phrase_that_only_a_pinned_page_has_is_found(engine: EmbeddedEngine) -> None:
    build(engine, [document(1), document(2, title="Omwisselen van een rijbewijs")])

    answer = found(engine, '"rijbewijs omwisselen"', bets=Bets(pinned=("1",)))

    assert (answer.is_loose, answer.hits) == (False, [])


@pytest.mark.usefixtures("licences")
def test_filters_let_nothing_be_pinned(engine: EmbeddedEngine) -> None:
    answer = found(engine, "rijbewijs", "kind=procedure", bets=Bets(pinned=("20",)))

    assert not answer.pinned


@pytest.mark.usefixtures("licences")
def test_a_hidden_page_is_neither_found_nor_counted(engine: EmbeddedEngine) -> None:
    answer = found(engine, "rijbewijs", bets=Bets(hidden=frozenset({"1", "2"})))

    assert answer.total == 33
    assert answer.counts["kind"] == {"procedure": 33}
    assert not {"1", "2"} & set(ids(answer))


def test_a_phrase_that_stands_nowhere_is_asked_without_its_marks(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])

    answer = found(engine, '"omwisselen rijbewijs"')

    assert ids(answer) == ["1"]
    assert answer.is_loose


def test_a_service_stands_before_what_stands_beside_it(engine: EmbeddedEngine) -> None:
    build(engine, [document(1, kind="topic"), document(2, kind="procedure")])

    assert ids(found(engine, "rijbewijs")) == ["2", "1"]


class Readers:
    """Readers who like one page, and not another."""

    def weights(self, language: str, ids: Collection[str]) -> Mapping[str, float]:
        return {"30": 100.0, "1": 0.0}


@pytest.fixture
def _readers() -> Iterator[None]:
    readership.use(Readers())
    yield
    readership.use(readership.EvenReadership())


@pytest.mark.usefixtures("licences", "_readers")
def test_what_is_read_more_stands_a_little_higher(engine: EmbeddedEngine) -> None:
    pages = [found(engine, "rijbewijs", page=page) for page in (1, 2, 3, 4)]
    order = [each for page in pages for each in ids(page)]

    assert (order[0], order[-1]) == ("30", "1")
    assert len(set(order)) == 35


@pytest.mark.usefixtures("_readers")
def test_readership_stays_gentle(engine: EmbeddedEngine) -> None:
    build(engine, [document(1), document(30, title="Auto", body="Met rijbewijs.")])

    assert ids(found(engine, "rijbewijs")) == ["1", "30"]
    assert readership.weights("nl", ["1", "30", "5"]) == {"1": 0.8, "30": 1.25, "5": 1.0}
