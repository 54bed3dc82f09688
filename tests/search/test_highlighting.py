"""The right part of a page is shown, with the right words marked, and nothing else as HTML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from search import query
from search.building import fill
from search.evaluation.documents import judged_documents
from search.evaluation.judgements import judged_languages, judged_queries
from search.highlighting import LENGTH, snippet
from search.query import ask
from search.vocabulary import Vocabulary
from tests.search.documents import document
from tests.search.words import vocabulary_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("language", "asked", "text", "marked"),
    [
        ("nl", "rijbewijs", "Twee rijbewijzen.", "Twee <mark>rijbewijzen</mark>."),
        ("en", "child", "Your children’s", "Your <mark>children’s</mark>"),
        ("de", "fuehrerschein", "Führerscheine", "<mark>Führerscheine</mark>"),
        ("de", "Haus", "zwei Häuser", "zwei <mark>Häuser</mark>"),
        ("nl", "e112", "formulier E-112", "formulier <mark>E-112</mark>"),
        ("nl", "paspoort", "een rijbewijs", "een rijbewijs"),
    ],
)
def test_words_are_marked_in_whatever_form(
    language: str, asked: str, text: str, marked: str
) -> None:
    page = document(language=language, summary=text)

    assert snippet(page, ask(asked, language)) == marked


def test_words_of_the_site_are_marked_in_whatever_form(tmp_path: Path) -> None:
    words = vocabulary_of(tmp_path, "Rijbewijzen", "het rijbewijs", "met DigiD")
    page = document(summary="RIJBEWIJS: twee (rijbewijzen) en een DigiD.")

    assert snippet(page, ask("rijbewijs digid", "nl", words)) == (
        "<mark>RIJBEWIJS</mark>: twee (<mark>rijbewijzen</mark>) en een <mark>DigiD</mark>."
    )


@pytest.mark.parametrize("language", judged_languages())
def test_what_is_marked_is_what_analysis_finds(language: str, tmp_path: Path) -> None:
    pages = judged_documents(language)
    fill([], tmp_path, language, pages)
    words = Vocabulary(language, tmp_path)
    asked = [ask(each.query, language, words) for each in judged_queries(language)[:12]]

    for question in asked:
        whole = replace(question, vocabulary=Vocabulary(language))
        assert [snippet(page, question) for page in pages] == [
            snippet(page, whole) for page in pages
        ]
    assert all(question.spellings is not None for question in asked)
    assert any("<mark>" in snippet(page, question) for page in pages for question in asked)


def test_of_too_many_spellings_none_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "MOST_SPELLINGS", 1)
    question = ask("rijbewijs", "nl", vocabulary_of(tmp_path, "Rijbewijzen"))

    assert question.spellings is None
    assert "<mark>" in snippet(document(summary="Twee rijbewijzen"), question)


def test_a_word_that_is_new_on_the_site_is_marked_as_it_was_typed(tmp_path: Path) -> None:
    words = vocabulary_of(tmp_path, "een rijbewijs")
    page = document(summary="Zeppelin of zeppelin?")
    question = ask("ZEPPELIN", "nl", words)

    shown = snippet(page, question)

    assert question.spellings
    assert shown == "<mark>Zeppelin</mark> of <mark>zeppelin</mark>?"


def test_text_is_escaped_around_and_inside_marks() -> None:
    page = document(summary='<script>foto\'s</script> & "x"')

    shown = snippet(page, ask("foto's", "nl"))

    assert shown == ("&lt;script&gt;<mark>foto&#x27;s</mark>&lt;/script&gt; &amp; &quot;x&quot;")


def test_the_summary_is_shown_where_it_has_a_word() -> None:
    page = document(summary="Ruil uw rijbewijs.", body="Ook hier: rijbewijs.")

    assert snippet(page, ask("rijbewijs", "nl")) == "Ruil uw <mark>rijbewijs</mark>."


def test_else_the_best_part_of_the_text_is_shown() -> None:
    filler = "Dit staat er ook nog bij in een zin. " * 20
    body = f"{filler}Eerst een rijbewijs. {filler}Uw rijbewijs en een foto. {filler}"
    page = document(summary="Voor bestuurders.", body=body)

    shown = snippet(page, ask("rijbewijs foto", "nl"))

    assert "Uw <mark>rijbewijs</mark> en een <mark>foto</mark>." in shown
    assert shown.startswith("…Uw ")
    assert shown.endswith("…")


def test_headings_and_sentences_are_not_run_together() -> None:
    body = "Na de verhuizing\nIn het jaar erna:\neen brief;\neen kaart\nKlaar."

    shown = snippet(document(body=body), ask("verhuizing", "nl"))

    assert shown == (
        "Na de <mark>verhuizing</mark> · In het jaar erna: een brief; een kaart · Klaar."
    )


def test_no_comma_stands_before_the_ellipsis() -> None:
    body = "Rijbewijs, " + "makelaar, " * 50

    shown = snippet(document(body=body), ask("rijbewijs", "nl"))

    assert shown.endswith("makelaar…")


def test_without_a_word_anywhere_the_summary_is_shown() -> None:
    page = document(summary="Voor bestuurders.", body="Tekst.")

    assert snippet(page, ask("rijbewijs", "nl")) == "Voor bestuurders."


def test_without_a_summary_the_beginning_is_shown() -> None:
    assert snippet(document(body="Tekst."), ask("rijbewijs", "nl")) == "Tekst."


def test_a_text_without_spaces_is_cut() -> None:
    page = document(body="x" * 5000 + " rijbewijs " + "y" * 5000)

    assert len(snippet(page, ask("rijbewijs", "nl"))) < 2 * LENGTH


def test_a_word_repeated_ten_thousand_times_is_no_burden() -> None:
    page = document(body="rijbewijs " * 10_000)

    assert snippet(page, ask("rijbewijs", "nl")).count("<mark>") < LENGTH
