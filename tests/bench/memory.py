"""How much memory do the words of some languages take in a process that knows nothing else?

    python -m tests.bench.memory nl en de

prints the MiB by which a process grows when it has analysed so many words of these languages that
all words that it may remember are. Each measure needs a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.results import Results

MIB = 2**20
LIMITS = ((("nl", "en", "de"), 30), (None, 150))


def measure_memory(results: Results) -> None:
    """Measure three languages, and all; their dictionaries are compiled before it."""
    from services.language import analysis
    from services.language.recipes import RECIPES

    analysis.prepare(RECIPES)
    for some, limit in LIMITS:
        languages = some or tuple(RECIPES)
        name = f"memory of {len(languages)} languages"
        results.add(name, grown_with(languages), "MiB", at_most=limit)


def grown_with(languages: Sequence[str]) -> float:
    """Return the MiB that another process grows by."""
    command = (sys.executable, "-m", "tests.bench.memory", *languages)
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / MIB


def main(languages: Sequence[str]) -> None:
    django.setup()
    from services.language.analysis import WORDS_REMEMBERED, forms_of
    from services.language.measuring import pairs_of

    before = _resident()
    for language in languages:
        pairs = pairs_of(language)
        words = [word for pair in (*pairs.same, *pairs.different) for word in pair]
        for number in range(WORDS_REMEMBERED // len(words) // len(languages) + 1):
            # Spellings that differ where they are written only: the dictionary answers all alike.
            for word in words:
                forms_of(word + number * "\N{SOFT HYPHEN}", language)
    sys.stdout.write(f"{_resident() - before:.1f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
