"""Where there is little in the reader's language, pages in other languages follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import term_base
from search.helping import Help, help_for
from search.other_languages import languages_for
from search.query import Selection
from search.searching import find
from tests.search.documents import asked, build, document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.engines.embedded import EmbeddedEngine


ALL = Selection()


def helped(
    engine: EmbeddedEngine, text: str, language: str = "nl", selection: Selection = ALL
) -> Help:
    answer = find(engine, asked(engine, text, language), selection)
    others = languages_for(language, ("nl", "en", "de"), "nl")
    return help_for(answer, engine, others)


def shown(
    engine: EmbeddedEngine, text: str, language: str = "nl", selection: Selection = ALL
) -> list[tuple[str, str]]:
    found = [
        each.hit.document for each in helped(engine, text, language, selection).other_languages
    ]
    return [(document.language, document.id) for document in found]


def test_the_word_of_another_language_finds_its_pages(engine: EmbeddedEngine) -> None:
    build(engine, [document(1, language="de", title="Führerschein umtauschen")])

    assert shown(engine, "führerschein") == [("de", "1")]


def test_what_exists_in_the_readers_language_is_not_shown(engine: EmbeddedEngine) -> None:
    build(engine, [document(1), document(1, language="de", title="Führerschein umtauschen")])

    assert shown(engine, "führerschein") == []


def test_words_in_quotation_marks_find_pages_too(engine: EmbeddedEngine) -> None:
    build(engine, [document(1, language="de", title="Führerschein umtauschen")])

    assert shown(engine, '"umtauschen führerschein"') == [("de", "1")]


def test_a_page_is_found_behind_many_that_exist_in_the_readers_language(
    engine: EmbeddedEngine,
) -> None:
    own = [document(number) for number in range(20)]
    sisters = [document(number, language="de", title="Umtausch") for number in range(20)]
    last = document(99, language="de", title="Ein langer Titel", summary="Vom Umtausch im Amt")
    build(engine, [*own, *sisters, last])

    assert shown(engine, "umtausch") == [("de", "99")]


def test_filters_hold_in_all_languages(engine: EmbeddedEngine) -> None:
    kinds = enumerate(["procedure", "topic"])
    build(engine, [document(n, language="de", title="Test", kind=kind) for n, kind in kinds])

    assert shown(engine, "test", selection=Selection((("kind", ("topic",)),))) == [("de", "1")]


def test_order_by_title_holds_in_the_readers_language_alone(engine: EmbeddedEngine) -> None:
    titles = enumerate(["A-Z der Ämter", "Führerschein"])
    build(
        engine,
        [document(n, language="de", title=t, summary="Führerschein") for n, t in titles],
    )

    found = shown(engine, "führerschein", selection=Selection(by_title=True))

    assert found == [("de", "1"), ("de", "0")]


def test_keywords_lead_from_a_page_to_its_sisters_in_other_languages(
    engine: EmbeddedEngine,
) -> None:
    build(
        engine,
        [
            document(1),
            document(1, language="de", title="Umtausch", keywords=("Führerschein",)),
            document(2, language="de", title="Internationaler Führerschein"),
        ],
    )

    assert shown(engine, "rijbewijs") == [("de", "2")]


def test_where_there_is_enough_nothing_else_is_shown(engine: EmbeddedEngine) -> None:
    build(
        engine,
        [
            *(document(number) for number in range(3)),
            document(9, language="de", title="Rijbewijs"),
        ],
    )

    assert shown(engine, "rijbewijs") == []


def test_the_source_language_comes_first_and_then_english() -> None:
    assert languages_for("fr", ["de", "en", "fr", "nl"], "nl") == ["nl", "en", "de"]
    assert languages_for("nl", ["de", "en", "fr", "nl"], "nl") == ["en", "de", "fr"]


def test_no_more_than_five_are_shown(engine: EmbeddedEngine) -> None:
    build(
        engine,
        [document(n, language=code, title="Test") for n, code in enumerate(["en", "de"] * 4)],
    )

    assert [code for code, _ in shown(engine, "test")] == ["en"] * 4 + ["de"]


class Terms:
    """A term base of one term."""

    def equivalents(self, text: str, language: str, other: str) -> Sequence[str]:
        return ("Wegesteuer",) if (text, language, other) == ("tol", "nl", "de") else ()


@pytest.fixture
def _terms() -> Iterator[None]:
    term_base.use(Terms())
    yield
    term_base.use(term_base.EmptyTermBase())


@pytest.mark.usefixtures("_terms")
def test_the_terms_of_translators_find_pages(engine: EmbeddedEngine) -> None:
    build(engine, [document(1, language="de", title="Wegesteuer bezahlen")])

    assert shown(engine, "tol") == [("de", "1")]


def test_a_correction_is_offered_where_other_words_are_known(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])

    found = helped(engine, "rijbewjis omwisselen")

    assert (found.did_you_mean, found.showing_results_for) == ("rijbewijs omwisselen", "")


def test_results_are_shown_for_a_correction_where_nothing_else_is_found(
    engine: EmbeddedEngine,
) -> None:
    build(engine, [document(1)])

    found = helped(engine, "rijbewjis")

    assert (found.did_you_mean, found.showing_results_for) == ("", "rijbewijs")


def test_what_is_not_asked_needs_no_help(engine: EmbeddedEngine) -> None:
    build(engine, [document(1)])

    assert helped(engine, "  ") == Help()
