"""Lemmas are found where a dictionary does not name them."""

from __future__ import annotations

import re

from tests.pairs.hunspell import Affix, Dictionary
from tests.pairs.restoring import dutch, estonian, greek, irish, slovenian


def suffix(cut: str, put: str) -> Affix:
    return Affix(at_start=False, cut=cut, put=put, condition=re.compile(f"{cut}$"), morphology="")


def test_estonian_cases_belong_to_the_nominative() -> None:
    dictionary = Dictionary(
        {"raamat": ["a"], "raamatu": [], "raamatuga": ["m"]}, {"m": [suffix("ga", "sse")]}
    )

    found = [form for form, lemma, _ in estonian(dictionary, {"raamat"}) if lemma == "raamat"]

    assert found == ["raamatu", "raamatusse", "raamatuga"]


def test_irish_verbs_belong_to_the_imperative() -> None:
    dictionary = Dictionary({"brostaím": ["C"], "brostaigh": []}, {"C": [suffix("aím", "aíonn")]})

    assert [tuple(found) for found in irish(dictionary, {"brostaigh"})] == [
        ("brostaíonn", "brostaigh", "verb")
    ]


def test_greek_accents_may_move_in_a_paradigm() -> None:
    dictionary = Dictionary({"πρόβλημα": [], "προβλήματος": [], "προβλήματα": []})

    assert [form for form, *_ in greek(dictionary, set())] == ["προβλήματος", "προβλήματα"]


def test_dutch_stems_belong_to_the_infinitive() -> None:
    dictionary = Dictionary({"maak": ["V3"], "maken": ["Vi"]}, {"V3": [suffix("", "t")]})

    assert [tuple(found) for found in dutch(dictionary, {"maken"})] == [("maakt", "maken", "verb")]


def test_slovenian_genitives_belong_to_the_noun_in_a() -> None:
    dictionary = Dictionary({"hiš": ["A"], "hišam": []}, {"A": [suffix("", "e")]})

    forms = [form for form, *_ in slovenian(dictionary, {"hiša"})]

    assert forms == ["hiš", "hiše", "hišam", "hišah", "hišami"]
