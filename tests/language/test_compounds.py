"""Compounds are split where both sides are words, in languages that write them together."""

from __future__ import annotations

import pytest

from services.language.compounds import Compounds


class Listed(frozenset[str]):
    """Words that are listed one by one."""

    def beginning(self, word: str) -> list[str]:
        return sorted(filter(word.startswith, self), key=len)


WORDS = Listed(
    """rijbewijs omwisseling verkeer deel deelnemer verhuis bericht führerschein umtausch
    kraft fahrzeug kraftfahrzeug zulassung ajokortin vaihto körkort byte juhi luba jogosítvány
    csere flytte attest arbeid markt belastingdienst belasting dienst""".split()  # noqa: SIM905
)


@pytest.mark.parametrize(
    ("language", "compound", "parts"),
    [
        ("nl", "rijbewijsomwisseling", ("rijbewijs", "omwisseling")),
        ("nl", "verkeersdeelnemer", ("verkeer", "deelnemer")),
        ("nl", "verhuisbericht", ("verhuis", "bericht")),
        ("nl", "arbeidsmarkt", ("arbeid", "markt")),
        ("de", "führerscheinumtausch", ("führerschein", "umtausch")),
        ("de", "kraftfahrzeugzulassung", ("kraft", "fahrzeug", "zulassung")),
        ("fi", "ajokortinvaihto", ("ajokortin", "vaihto")),
        ("sv", "körkortsbyte", ("körkort", "byte")),
        ("da", "flytteattest", ("flytte", "attest")),
        ("et", "juhiluba", ("juhi", "luba")),
        ("hu", "jogosítványcsere", ("jogosítvány", "csere")),
    ],
)
def test_a_compound_is_split(language: str, compound: str, parts: tuple[str, ...]) -> None:
    assert Compounds(language, WORDS).parts_of(compound) == parts


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("nl", "rijbewijs"),
        ("nl", "omwisselrijbewijs"),
        ("nl", "deel"),
        ("nl", ""),
        ("nl", "rijbewijs2omwisseling"),
        ("en", "rijbewijsomwisseling"),
        ("mt", "rijbewijsomwisseling"),
        ("xx", "rijbewijsomwisseling"),
    ],
)
def test_what_is_no_compound_is_left_whole(language: str, word: str) -> None:
    assert Compounds(language, WORDS).parts_of(word) == ()


def test_of_equal_ways_that_with_the_shorter_head_is_taken() -> None:
    words = Listed(("boomst", "ambo", "boom", "stambo"))

    assert Compounds("nl", words).parts_of("boomstambo") == ("boom", "stambo")


def test_that_with_the_fewest_letters_in_between_is_taken() -> None:
    words = Listed(("boom", "booms", "apje"))

    assert Compounds("nl", words).parts_of("boomsapje") == ("booms", "apje")
