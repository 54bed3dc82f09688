"""How fast suggestions follow who types a question letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.suggesting import SHORTEST_TEXT, suggest
from tests.bench.watch import Taken, percentile, watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from search.engines.embedded import EmbeddedEngine
    from tests.bench.results import Results

MILLISECONDS = 5


def measure_suggestions(
    results: Results, engine: EmbeddedEngine, questions: Mapping[str, Iterable[str]]
) -> None:
    """Ask after every letter of each language's questions, misspelt ones and all."""
    for language in questions:
        suggest(engine, "xx", language)
    taken = [
        _ask(engine, text[:end], language)
        for language, texts in questions.items()
        for text in texts
        for end in range(SHORTEST_TEXT, len(text) + 1)
    ]
    for name, limit, seconds in (
        ("", MILLISECONDS, [each.wall for each in taken]),
        (", by processor time", None, [each.processor for each in taken]),
    ):
        middle, p95 = (1000 * percentile(seconds, share) for share in (0.5, 0.95))
        results.add(f"suggestions in process, median{name}", middle, "ms")
        results.add(f"suggestions in process, p95{name}", p95, "ms", at_most=limit)


def _ask(engine: EmbeddedEngine, text: str, language: str) -> Taken:
    with watch() as taken:
        suggest(engine, text, language)
    return taken
