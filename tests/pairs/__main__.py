"""Draws the pairs that measure the analysis: `python -m tests.pairs ROOT WORDS [LANGUAGE …]`.

ROOT is where Debian's packages of dictionaries are installed or unpacked ("/" on Debian); WORDS is
a folder with a file of everyday words for each language ("nl.txt", a word a line). See
`services/language/pairs/README.md`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from services.language.measuring import PAIRS
from tests.pairs import choosing
from tests.pairs.hunspell import read
from tests.pairs.sources import SOURCES
from tests.pairs.voikko import finnish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.pairs.hunspell import Dictionary
    from tests.pairs.sources import Source

SHORTEST = 4


def main(root: Path, words: Path, languages: list[str]) -> None:
    for language in languages or ["fi", *SOURCES]:
        lines = (words / f"{language}.txt").read_text(encoding="utf-8").split()
        everyday = {word for word in lines if len(word) >= SHORTEST and word == word.lower()}
        families: dict[str, set[str]] = defaultdict(set)
        if language == "fi":
            inflections = list(finnish(sorted(everyday)))
        else:
            dictionary = read(root / "usr/share/hunspell" / SOURCES[language].stem)
            inflections = list(_inflections(SOURCES[language], dictionary, everyday))
            for word in everyday & dictionary.words.keys():
                families[word] = {word, *(form for form, _ in dictionary.forms(word))}
        for form, lemma, _ in inflections:
            families[lemma].update((form, lemma))
        any_form = language in SOURCES and SOURCES[language].any_form
        left = choosing.everyday_forms(inflections, everyday, any_form=any_form)
        _write(language, choosing.drawn(left), choosing.different(left, families))


def _inflections(
    source: Source, dictionary: Dictionary, everyday: set[str]
) -> Iterator[choosing.Inflection]:
    no_lemma, derived = re.compile(source.no_lemma), re.compile(source.derived)
    for word in sorted(everyday & dictionary.words.keys()):
        for form, flag in () if no_lemma.search(word) else dictionary.forms(word):
            if source.inflects(flag) and not derived.search(form):
                yield choosing.Inflection(form, word, flag)
    if source.restored:
        yield from source.restored(dictionary, everyday)


def _write(language: str, same: list[tuple[str, str]], different: list[tuple[str, str]]) -> None:
    lines = [f"=\t{form}\t{lemma}\n" for form, lemma in same]
    lines += [f"≠\t{one}\t{other}\n" for one, other in different]
    (PAIRS / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")
    sys.stdout.write(f"{language}: {len(same)} and {len(different)} pairs\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
