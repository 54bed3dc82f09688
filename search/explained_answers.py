"""What do editors learn about an answer of the search?

How the question was understood, and for each page that was found what it got and who pinned it;
beside that the engine's own explanation, where the engine can give one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from search import readership
from search.best_bets import decisions_about
from search.documents import names
from search.engines import EngineFailedError, NoIndexError
from search.explaining import Explanation, explain_hit
from search.indexing import Indexer
from search.models import BestBet
from search.searching import is_weighed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from search.documents import Document
    from search.engines import Finder
    from search.query import Question
    from search.searching import Answer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExplainedPage:
    """What a page got, the best bet that pinned it, and what the engine says of it."""

    explanation: Explanation
    bet: BestBet | None
    raw: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Explained:
    """The pages of an answer by their ids, and the best bets that hide others."""

    question: Question
    pages: Mapping[str, ExplainedPage]
    hiding: Sequence[BestBet]


def explain(answer: Answer, engine: Finder, languages: Iterable[str], *, on: date) -> Explained:
    """Explain an answer that was just given; `languages` are those that have an index."""
    question = answer.question
    bets = decisions_about(question.text, question.language, on=on)
    pinning = {_id(bet): bet for bet in reversed(bets) if bet.action == BestBet.Action.PIN}
    pinned = {document.id for document in answer.pinned}
    explanations = _explanations(answer, engine, languages)
    pages = {
        id_: ExplainedPage(each, pinning.get(id_) if id_ in pinned else None, raw)
        for id_, each in explanations.items()
        for raw in (_raw(engine, question, id_),)
    }
    return Explained(question, pages, [bet for bet in bets if bet.action == BestBet.Action.HIDE])


def _explanations(
    answer: Answer, engine: Finder, languages: Iterable[str]
) -> dict[str, Explanation]:
    question, selection = answer.question, answer.selection
    scores = {} if selection.by_title else {hit.document.id: hit.score for hit in answer.hits}
    weights = _weights(answer)
    indexer = Indexer(question.vocabulary)
    documents = [*answer.pinned, *(hit.document for hit in answer.hits)]
    return {
        each.id: replace(
            explain_hit(question, each, indexer, selection),
            score=scores[each.id] / weights[each.id] if each.id in scores else None,
            weight=weights.get(each.id, 1.0),
        )
        for each in _with_other_names(documents, question, engine, languages)
    }


def _weights(answer: Answer) -> dict[str, float]:
    ids = [hit.document.id for hit in answer.hits]
    if is_weighed(answer.selection, answer.page):
        return readership.weights(answer.question.language, ids)
    return dict.fromkeys(ids, 1.0)


def _with_other_names(
    documents: Sequence[Document], question: Question, engine: Finder, languages: Iterable[str]
) -> list[Document]:
    """Return the documents with their names in other languages, which engines do not give back."""
    if not any(word.foreign for word in question.words):
        return list(documents)
    ids = [document.id for document in documents]
    others = [engine.fetch(code, ids) for code in languages if code != question.language]
    return [
        replace(
            document,
            names_elsewhere=tuple(
                (there[document.id].language, _names(there[document.id]))
                for there in others
                if document.id in there
            ),
        )
        for document in documents
    ]


def _names(document: Document) -> str:
    return names(document.title, "\n".join(document.keywords), document.summary)


def _raw(engine: Finder, question: Question, document_id: str) -> dict[str, Any] | None:
    """Return the engine's explanation; without one there is still ours."""
    try:
        return engine.explain(question, document_id)
    except (EngineFailedError, NoIndexError):
        logger.warning("The search engine did not explain %s", document_id)
        return None


def _id(bet: BestBet) -> str:
    return str(bet.page.translation_key)
