"""Who answers a reader when the search server does not?

The standby, which is kept current beside it. Once it had to step in it answers the rest of the
request, so that a reader waits for the server once at most and pages and counts fit together.

A request is one verdict on the server: where a call succeeds and a later one does not, the failures
that were forgotten with the first count again. Else a server that is slow, though each of its
answers came in time, would never be left alone.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from search.engines import EngineFailedError, Finder, NoIndexError, elasticsearch_server
from search.engines.elasticsearch_node import within

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from search.documents import Document
    from search.engines import Hits
    from search.engines.breaker import Breaker
    from search.query import Question, Selection
    from search.vocabulary import Vocabulary

T = TypeVar("T")

# A request asks several times. One that has waited for so long waits for no further answer.
SECONDS_OF_PATIENCE = 0.5


class Guardable(Finder, Protocol):
    """An engine that may be away, and that knows its words without being asked."""

    def words_at_hand(self, language: str) -> Vocabulary | None:
        """Return the words by which its documents were analysed, if they lie on this machine."""


class Guarded:
    """Finds documents for one request: an engine with another behind it."""

    def __init__(
        self,
        engine: Guardable,
        standby: Finder,
        breaker: Breaker,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.is_degraded = False
        self._engine = engine
        self._standby = standby
        self._breaker = breaker
        self._clock = clock
        self._waited = 0.0
        self._forgotten = 0

    def search(self, question: Question, selection: Selection, **options: Any) -> Hits:
        return self._ask(lambda engine: engine.search(question, selection, **options))

    def fetch(self, language: str, ids: Collection[str]) -> dict[str, Document]:
        return self._ask(lambda engine: engine.fetch(language, ids))

    def explain(self, question: Question, document_id: str) -> dict[str, Any] | None:
        return self._ask(lambda engine: engine.explain(question, document_id))

    def vocabulary(self, language: str) -> Vocabulary:
        """Return the words of the index that answers, where they lie on this machine.

        Else those of the standby, which may have been built on another day.
        """
        if self.is_degraded or self._breaker.is_open:
            return self._standby.vocabulary(language)
        return self._engine.words_at_hand(language) or self._standby.vocabulary(language)

    def _ask(self, ask: Callable[[Finder], T]) -> T:
        if not self.is_degraded and self._breaker.allows():
            began = self._clock()
            try:
                # All of a request's questions together may take as long as one.
                with within(elasticsearch_server.SECONDS_FOR_A_SEARCH - self._waited):
                    answer = ask(self._engine)
            except (EngineFailedError, NoIndexError) as error:
                self._breaker.failed(error, self._forgotten)
            else:
                self._note_time(self._clock() - began)
                return answer
        self.is_degraded = True
        return ask(self._standby)

    def _note_time(self, seconds: float) -> None:
        self._waited += seconds
        if self._waited < SECONDS_OF_PATIENCE:
            self._forgotten += self._breaker.succeeded()
        else:
            self.is_degraded = True
            self._breaker.failed(f"answers took {self._waited:.1f} s", self._forgotten)
