"""Which pages did search editors pin to the top of a question's results, and which did they hide?

    bets_for("rijbewijzen verlengen", "nl", on=date(2026, 11, 26))
    → Bets(pinned=("<id of a document>", …), hidden=frozenset({"<id of a document>"}))

A question is the one of a best bet if each telling word of the one meets a word of the other, in
any order. What is both pinned and hidden is hidden.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from search.models import BestBet
from search.phrases import telling
from services.language.analysis import analyse
from services.presentation.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

# The forms of each telling word.
Words: TypeAlias = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Bets:
    """Ids of documents: those to show first, in this order, and those not to show."""

    pinned: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()


NONE = Bets()


def bets_for(text: str, language: str, *, on: date) -> Bets:
    """Return what people decided about a question; most questions have no best bet."""
    bets = decisions_about(text, language, on=on)
    return _sorted_out(bets) if bets else NONE


def decisions_about(text: str, language: str, *, on: date) -> list[BestBet]:
    """Return the best bets of a question, by their positions."""
    kept = _kept.of(language)
    if not kept:
        return []
    words = _words(text, language)
    candidates = (pair for form in (words[0] if words else ()) for pair in kept.get(form, ()))
    bets = {bet.pk: bet for other, bet in candidates if bet.holds(on=on) and _is_same(words, other)}
    return sorted(bets.values(), key=lambda bet: (bet.position, bet.pk))


def _read(language: str) -> dict[str, list[tuple[Words, BestBet]]]:
    """Return the best bets of a language by each form of each of their words."""
    by_form: dict[str, list[tuple[Words, BestBet]]] = defaultdict(list)
    for bet in BestBet.objects.shown(language).select_related("page"):
        words = _words(bet.query, language)
        for form in frozenset().union(*words):
            by_form[form].append((words, bet))
    return dict(by_form)


def _words(text: str, language: str) -> Words:
    terms = analyse(text, language)
    return tuple(frozenset(terms[place].forms) for place in telling(terms, language))


def _is_same(words: Words, others: Words) -> bool:
    return _all_meet(words, others) and _all_meet(others, words)


def _all_meet(words: Words, others: Words) -> bool:
    return all(any(not forms.isdisjoint(other) for other in others) for forms in words)


def _sorted_out(bets: Sequence[BestBet]) -> Bets:
    hidden = {_id(bet) for bet in bets if bet.action == BestBet.Action.HIDE}
    pinned = dict.fromkeys(_id(bet) for bet in bets if _id(bet) not in hidden)
    return Bets(tuple(pinned), frozenset(hidden))


def _id(bet: BestBet) -> str:
    return str(bet.page.translation_key)


_kept = Kept(_read)
