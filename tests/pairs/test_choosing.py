"""Pairs are everyday words, belong to one lemma, and are drawn alike at every run."""

from __future__ import annotations

from collections import defaultdict

from tests.pairs.choosing import Inflection, different, drawn, everyday_forms

TABLES = Inflection("tables", "table", "S")


def test_rare_words_are_left_out() -> None:
    assert everyday_forms([TABLES], {"table"}) == []


def test_where_few_texts_are_at_hand_only_the_lemma_is_everyday() -> None:
    assert everyday_forms([TABLES], {"table"}, any_form=True) == [TABLES]


def test_a_form_of_two_lemmas_is_left_out() -> None:
    leaves = [Inflection("leaves", "leaf", "S"), Inflection("leaves", "leave", "S")]

    assert everyday_forms(leaves, {"leaves", "leaf", "leave"}) == []


def test_a_form_is_no_lemma_of_others() -> None:
    found = [Inflection("born", "bear", "D"), Inflection("borns", "born", "S")]

    assert everyday_forms(found, {"born", "bear", "borns"}) == [found[0]]


def test_one_form_of_each_lemma_is_drawn() -> None:
    found = [TABLES, Inflection("tabled", "table", "D"), Inflection("taxes", "tax", "S")]

    pairs = drawn(found)

    assert [lemma for _, lemma in pairs if lemma == "table"] == ["table"]
    assert pairs == drawn(found[::-1])


def test_different_words_begin_alike_and_inflect_alike() -> None:
    found = [
        TABLES,
        Inflection("tablets", "tablet", "S"),
        Inflection("tabled", "tabler", "D"),
        Inflection("taxes", "taxi", "S"),
    ]

    assert different(found, defaultdict(set)) == [("table", "tablet")]


def test_words_with_a_form_in_common_are_not_different() -> None:
    found = [TABLES, Inflection("tablets", "tablet", "S")]

    assert different(found, {"table": {"tabled"}, "tablet": {"tabled"}}) == []
