"""What helps a reader further, beside the results?

How the question may have been meant where a word is misspelt, and pages in other languages where
there are few in the reader's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.corrections import correction_of, is_all_misspelt
from search.other_languages import FEW, elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.engines import Finder
    from search.other_languages import Abroad
    from search.searching import Answer


@dataclass(frozen=True, slots=True)
class Help:
    """What to offer: at most one of the first two, as a question to ask instead."""

    did_you_mean: str = ""
    showing_results_for: str = ""
    other_languages: Sequence[Abroad] = ()


NO_HELP = Help()


def help_for(answer: Answer, engine: Finder, languages: Iterable[str]) -> Help:
    """Return what helps further than an answer; `languages` are the others, in their order."""
    question = answer.question
    if not question.words:
        return NO_HELP
    correction = correction_of(question)
    is_shown = bool(correction and answer.total) and is_all_misspelt(question)
    return Help(
        did_you_mean="" if is_shown else correction,
        showing_results_for=correction if is_shown else "",
        other_languages=elsewhere(engine, answer, languages) if answer.total < FEW else (),
    )
