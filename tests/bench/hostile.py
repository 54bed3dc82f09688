"""How long the worst that somebody can type keeps a worker busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.http import urlencode

from search.answering import answer_to
from search.counting.private import without_personal_data
from search.counting.views import LARGEST_BODY
from search.query import LONGEST_QUERY
from search.result_json import as_json
from search.suggesting import suggest
from tests.bench.watch import Taken, watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search.engines.embedded import EmbeddedEngine
    from tests.bench.results import Results

MILLISECONDS = 1000

# Each is repeated up to the length that is read.
WORST = (
    "a",  # One long word, which nothing resembles.
    "qwrtzpxmcvb",
    "verhuizing",  # Compounds without end.
    "verhuizzing rijbewjis ",  # Nothing but slips.
    "de het een ",
    "a b c d e f g h ",
    '"a b" ',
    '"',
    "9",
    "1 ",
    "(",
    "@ ",
    "e\u0301",
    "ﷺ",
    "👩\u200d",
    "\u202e<script>",
)


def measure_hostile_queries(results: Results, engine: EmbeddedEngine, language: str) -> None:
    """Ask the worst as a search, with a place and all, as a beginning, and as a click."""
    questions = [(text * LONGEST_QUERY)[:LONGEST_QUERY] for text in WORST]
    bodies = [(text * LARGEST_BODY)[:LARGEST_BODY] for text in WORST]
    for name, ask, texts in (
        ("search", lambda text: _search(engine, language, text), questions),
        ("suggestions", lambda text: suggest(engine, text, language), questions),
        ("click", without_personal_data, bodies),
    ):
        worst = max(each.wall for each in _asked(ask, texts))
        results.add(f"hostile {name}, the slowest", 1000 * worst, "ms", at_most=MILLISECONDS)


def _search(engine: EmbeddedEngine, language: str, text: str) -> None:
    address = urlencode({"q": text, "place": text, "page": text})
    as_json(answer_to(QueryDict(address), language, engine))


def _asked(ask: Callable[[str], object], texts: Iterable[str]) -> Iterable[Taken]:
    for text in texts:
        with watch() as taken:
            ask(text)
        yield taken
