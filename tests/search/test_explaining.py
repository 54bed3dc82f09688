"""An editor is told what a page gets, and for what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from search.explaining import Explanation, explain_hit
from search.indexing import Indexer
from search.query import Selection
from search.ranking import ALL_WORDS_BONUS, FIELD_BONUS, LOCAL_BONUS, SERVICE_BONUS
from search.synonyms import finder_of
from tests.search.documents import asked, build, document

if TYPE_CHECKING:
    from search.documents import Document
    from search.engines import Engine
    from search.engines.embedded import EmbeddedEngine

MOVE = document(
    1,
    title="Verhuizing doorgeven",
    summary="Geef uw verhuizing door.",
    body="U verhuist naar een ander adres.",
    authority="Gemeente Lindewoude",
)
OTHER = document(2, title="Paspoort", kind="topic", names_elsewhere=(("en", "Travel document"),))
LOCAL = document(3, title="Verhuizen in Utrecht", kind="topic", areas=("NL-GM0344",))


@pytest.fixture(autouse=True)
def _index(request: pytest.FixtureRequest) -> None:
    name = "each_engine" if "each_engine" in request.fixturenames else "engine"
    build(request.getfixturevalue(name), [MOVE, OTHER, LOCAL])


def explained(engine: Engine, text: str, of: Document = MOVE, **more: Any) -> Explanation:
    selection = more.pop("selection", Selection())
    question = asked(engine, text, synonyms_for=more.pop("synonyms_for", None))
    explanation = explain_hit(question, of, Indexer(engine.vocabulary("nl")), selection)
    return replace(explanation, **more)


def fields(explanation: Explanation, place: int = 0) -> dict[str, tuple[str, ...]]:
    return {each.field: each.terms for each in explanation.words[place].fields}


def test_each_field_that_has_a_word_is_named_with_its_terms(engine: EmbeddedEngine) -> None:
    found = fields(explained(engine, "verhuizing"))

    assert list(found) == ["title", "summary", "body"]
    assert found["title"] == ("verhuizing", "verhuis")
    assert found["body"] == ("verhuis",)


def test_a_field_gives_its_bonus_times_the_worth_of_the_word(engine: EmbeddedEngine) -> None:
    worth = asked(engine, "verhuizing").words[0].worth

    found = explained(engine, "verhuizing").words[0].fields

    assert [each.points for each in found] == pytest.approx(
        [worth * FIELD_BONUS["title"], worth * FIELD_BONUS["summary"], 0]
    )


def test_a_word_that_the_page_lacks_has_no_field(engine: EmbeddedEngine) -> None:
    assert fields(explained(engine, "paspoort verhuizing")) == {}


def test_a_word_that_most_pages_have_is_no_reason(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.query.FEWEST_PAGES_FOR_COMMON", 1)

    found = explained(engine, "verhuizing doorgeven")

    assert [word.text for word in found.words] == ["doorgeven"]
    assert found.points == explained(engine, "doorgeven").points


def test_a_page_is_found_by_its_name_in_another_language(engine: EmbeddedEngine) -> None:
    found = explained(engine, "travel", OTHER)

    assert fields(found) == {"foreign": ("travel",)}
    assert found.points == pytest.approx(asked(engine, "travel").words[0].foreign[0].worth)


def test_all_words_and_a_service_are_rewarded(engine: EmbeddedEngine) -> None:
    worth = asked(engine, "verhuizing doorgeven").worth

    assert explained(engine, "verhuizing doorgeven").bonuses == pytest.approx(
        {"all_words": ALL_WORDS_BONUS * worth, "service": SERVICE_BONUS * worth}
    )


@pytest.mark.parametrize("text", ["verhuizing", "verhuizing paspoort"])
def test_one_word_and_a_part_of_the_words_are_not(engine: EmbeddedEngine, text: str) -> None:
    assert list(explained(engine, text).bonuses) == ["service"]


def test_what_holds_in_the_chosen_place_is_rewarded(engine: EmbeddedEngine) -> None:
    chosen = Selection((("area", ("NL-GM0344",)),))

    found = explained(engine, "verhuizen", LOCAL, selection=chosen)

    worth = asked(engine, "verhuizen").worth
    assert found.bonuses == pytest.approx({"local": LOCAL_BONUS * worth})


@pytest.mark.parametrize(
    ("synonym", "named"),
    [("verhuizing van adres", ["title", "summary", "body"]), ("verhuizing paspoort", [])],
)
def test_a_synonym_counts_as_a_whole(
    engine: EmbeddedEngine, synonym: str, named: list[str]
) -> None:
    synonyms = finder_of({"nl": [("flyttning", (synonym,))]})

    assert list(fields(explained(engine, "flyttning", synonyms_for=synonyms))) == named


def test_a_synonym_is_named_by_the_terms_that_it_led_to(engine: EmbeddedEngine) -> None:
    synonyms = finder_of({"nl": [("flyttning", ("verhuizing",))]})

    found = explained(engine, "flyttning", synonyms_for=synonyms)

    assert "verhuizing" in fields(found)["title"]


def test_the_text_gives_what_the_score_has_beside(engine: EmbeddedEngine) -> None:
    points = explained(engine, "verhuizing").points

    found = explained(engine, "verhuizing", score=points + 2, weight=1.1)

    assert found.text == pytest.approx(2)
    assert found.total == pytest.approx((points + 2) * 1.1)


def test_without_a_score_there_is_no_total(engine: EmbeddedEngine) -> None:
    found = explained(engine, "verhuizing")

    assert (found.text, found.total) == (None, None)


def constants(node: dict[str, Any]) -> float:
    """Return what an engine's own explanation gives by fixed weights, not by BM25."""
    if node["description"].startswith(("Const", "ConstantScore")):
        return float(node["value"])
    return sum(constants(each) for each in node.get("details", ()))


@pytest.mark.parametrize("text", ["verhuisd", "doorgeeft verhuisd", "adres travel verhuisd"])
def test_the_points_are_those_of_the_engine(each_engine: Engine, text: str) -> None:
    question = asked(each_engine, text)

    raw = each_engine.explain(question, "1")

    assert raw
    assert explained(each_engine, text).points == pytest.approx(constants(raw), abs=1e-4)
