"""Who has typed some letters is suggested titles and released questions that go on with them."""

from __future__ import annotations

from typing import Any

import pytest

from search.beginnings import title_terms
from search.engines import NoIndexError
from search.engines.embedded import EmbeddedEngine
from search.models import ReleasedQuery
from search.suggesting import MOST_SUGGESTIONS, suggest
from tests.search.documents import build, document, entries

pytestmark = pytest.mark.django_db

TITLES = {
    "nl": (
        "Rijbewijs omwisselen",
        "Rijbewijs verlengen",
        "Verhuizing doorgeven",
        "Huisvuil laten ophalen",
        "Formulier E112 aanvragen",
        "Hoe vraag ik een paspoort aan?",
        "E-mail van de overheid",
        "Één loket voor cafés",
        "Schuldhulpverlening",
    ),
    "de": ("Führerschein umtauschen", "Straßenfest anmelden", "Gewerbe anmelden"),
    "el": ("Άδεια οδήγησης", "Οικογενειακό επίδομα"),
    "bg": ("Свидетелство за управление", "Щети от градушка"),
    "fr": ("Inscription à l’école",),
}


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    """An index that no test writes into, built once: there are many of these tests."""
    engine = EmbeddedEngine(tmp_path_factory.mktemp("titles"))
    documents = (
        document(number, language=language, title=title)
        for language, group in TITLES.items()
        for number, title in enumerate(group)
    )
    build(engine, documents, *TITLES)
    return engine


def texts(engine: EmbeddedEngine, typed: str, language: str = "nl") -> list[str]:
    return [each.text for each in suggest(engine, typed, language)]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("ri", ["Rijbewijs omwisselen", "Rijbewijs verlengen"]),
        ("RIJBEWIJS V", ["Rijbewijs verlengen"]),
        ("verl rijb", ["Rijbewijs verlengen"]),
        ("ophal", ["Huisvuil laten ophalen"]),
        ("een loket", ["Één loket voor cafés"]),
        ("cafe", ["Één loket voor cafés"]),
        ("email", ["E-mail van de overheid"]),
        ("e1", ["Formulier E112 aanvragen"]),
        ("mijn rijbewijs verl", ["Rijbewijs verlengen"]),
        ("hoe vr", ["Hoe vraag ik een paspoort aan?"]),
        ("rijbewijzen verlengen", ["Rijbewijs verlengen"]),
        ("schuldhulpverlening", ["Schuldhulpverlening"]),
        ("paspoort rijbewijs", []),
    ],
)
def test_titles_have_all_words_each_as_the_beginning_of_one(
    titled: EmbeddedEngine, typed: str, suggested: list[str]
) -> None:
    assert sorted(texts(titled, typed)) == suggested


@pytest.mark.parametrize(
    ("language", "typed", "title"),
    [
        ("de", "fuehr", "Führerschein umtauschen"),
        ("de", "fuhr", "Führerschein umtauschen"),
        ("de", "strasse", "Straßenfest anmelden"),
        ("de", "straß", "Straßenfest anmelden"),
        ("el", "αδε", "Άδεια οδήγησης"),
        ("el", "adeia od", "Άδεια οδήγησης"),
        ("el", "οδηγησ", "Άδεια οδήγησης"),
        ("el", "οικο", "Οικογενειακό επίδομα"),
        ("el", "επιδομα ο", "Οικογενειακό επίδομα"),
        ("bg", "svid", "Свидетелство за управление"),
        ("bg", "щет", "Щети от градушка"),
        ("bg", "shte", "Щети от градушка"),
        ("bg", "гр", "Щети от градушка"),
        ("fr", "eco", "Inscription à l’école"),
        ("fr", "l'éc", "Inscription à l’école"),
    ],
)
def test_letters_are_typed_as_the_keyboard_has_them(
    titled: EmbeddedEngine, language: str, typed: str, title: str
) -> None:
    assert texts(titled, typed, language) == [title]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("rijbewjis verl", ["Rijbewijs verlengen"]),
        ("rijbwei", ["Rijbewijs omwisselen", "Rijbewijs verlengen"]),
        ("verhuisign", ["Verhuizing doorgeven"]),
        ("rijbewijs en", ["Rijbewijs omwisselen", "Rijbewijs verlengen"]),
        ("xyzzyq", []),
        ("e113", []),
        ("rjb", []),
    ],
)
def test_what_is_misspelt_is_understood_unless_it_is_short_or_a_code(
    titled: EmbeddedEngine, typed: str, suggested: list[str]
) -> None:
    assert sorted(texts(titled, typed)) == suggested


@pytest.mark.parametrize("typed", ["", " ", "r", "\x00r\x00", "?!", "—", "  a  ", "…"])
def test_too_little_suggests_nothing(titled: EmbeddedEngine, typed: str) -> None:
    assert suggest(titled, typed, "nl") == []


@pytest.mark.parametrize(
    "typed",
    [
        "\x00ri",
        '"rijbewijs',
        "^ri$ _",
        "AND OR NOT (starts:ri) ^2 ~ * [a TO b] \\",
        "woord " * 5000,
        "x" * 100_000,
        "\u202erijbewijs\u0301\u0301",
        "\ud800ri",
        "日本",
        "🙂🙂🙂",
        "a b c d e f g h i j k l m n o p q r s t",
        "%00 ' OR 1=1 -- <script>",
    ],
)
def test_nothing_that_is_typed_is_an_error(titled: EmbeddedEngine, typed: str) -> None:
    assert len(suggest(titled, typed, "nl")) <= MOST_SUGGESTIONS


@pytest.mark.parametrize("language", ["lv", "../nl", ""])
def test_a_language_without_an_index_suggests_nothing(
    titled: EmbeddedEngine, language: str
) -> None:
    assert suggest(titled, "rijbewijs", language) == []


def test_without_any_index_this_is_said(engine: EmbeddedEngine) -> None:
    with pytest.raises(NoIndexError):
        suggest(engine, "rijbewijs", "nl")


def test_what_begins_so_stands_first_then_services_then_short_titles(
    engine: EmbeddedEngine,
) -> None:
    documents = [
        document(1, title="Alles over verhuizen", kind="topic"),
        document(2, title="Gemeente kiezen en verhuizen"),
        document(3, title="Verhuizing van uw bedrijf naar elders doorgeven"),
        document(4, title="Verhuizing doorgeven"),
        document(5, title="Verhuizen", kind="life_event"),
        document(6, title="Verhuizen naar België", kind="information"),
    ]
    build(engine, documents)

    found = [document.title for document in documents]
    assert texts(engine, "verhuizen")[:2] == [found[4], found[5]]
    assert texts(engine, "verhuiz") == [found[n] for n in (3, 5, 2, 4, 1, 0)]


def test_a_text_is_suggested_once_and_at_most_eight_are(engine: EmbeddedEngine) -> None:
    twice = (document(n, title="Vergunning aanvragen") for n in range(2))
    others = (document(9 + n, title=f"Vergunning nummer {n} aanvragen") for n in range(20))
    build(engine, [*twice, *others])

    found = texts(engine, "vergunning")

    assert len(found) == len(set(found)) == MOST_SUGGESTIONS - 1


def test_a_page_is_suggested_as_soon_as_it_is_written(engine: EmbeddedEngine) -> None:
    build(engine, [document(title="Rijbewijs omwisselen")])
    with engine.writer() as writer:
        writer.put(entries(document(99, title="Zeppelin aanmelden")))
        writer.commit()

    assert texts(engine, "zepp") == texts(engine, "zeppelni") == ["Zeppelin aanmelden"]


class TestReleased:
    def release(self, *texts: str, language: str = "nl") -> None:
        for text in texts:
            ReleasedQuery.objects.create(language=language, text=text)

    def test_a_question_is_suggested_by_any_of_its_words(self, titled: EmbeddedEngine) -> None:
        self.release("paspoort kwijt", "boete betalen")

        found = suggest(titled, "kw", "nl")

        assert [(each.text, each.kind, each.url) for each in found] == [
            ("paspoort kwijt", "query", "")
        ]

    def test_what_begins_so_comes_first_and_pages_before_questions(
        self, titled: EmbeddedEngine
    ) -> None:
        self.release("verlengen van een rijbewijs", "rijbewijs kwijt")

        assert texts(titled, "rijb") == [
            "Rijbewijs verlengen",
            "Rijbewijs omwisselen",
            "rijbewijs kwijt",
            "verlengen van een rijbewijs",
        ]

    def test_three_at_most_are_suggested(self, titled: EmbeddedEngine) -> None:
        self.release(*(f"huis kopen deel {n}" for n in range(9)))

        assert [each.kind for each in suggest(titled, "hui", "nl")] == ["procedure", *["query"] * 3]

    def test_a_question_that_is_a_title_leads_to_the_page(self, titled: EmbeddedEngine) -> None:
        self.release("rijbewijs VERLENGEN")

        found = suggest(titled, "rijbewijs ver", "nl")

        assert [(each.text, each.kind) for each in found] == [("Rijbewijs verlengen", "procedure")]

    def test_those_of_another_language_are_not_suggested(self, titled: EmbeddedEngine) -> None:
        self.release("rijexamen", language="de")

        assert texts(titled, "rijex") == []


@pytest.mark.parametrize(
    ("title", "language", "terms"),
    [
        ("Pas!", "nl", "^pas$ ^p ^pa ^pas p pa pas pas$"),
        ("De A1", "nl", "^de_a1$ ^d ^de d de de$ a a1 a1$"),
        ("?", "nl", ""),
        ("θα", "el", "^tha$ ^t ^th ^tha t th tha tha$"),
        ("οι", "el", "^i$ ^i ^o i o i$"),
    ],
)
def test_the_beginnings_of_a_title_are_kept(title: str, language: str, terms: str) -> None:
    assert title_terms(title, language) == terms


def test_a_long_word_has_no_more_than_fifteen_beginnings() -> None:
    terms: Any = title_terms("Schuldhulpverleningsinstantie", "nl").split()

    assert max(len(term) for term in terms if not term.endswith("$")) == len("^") + 15
