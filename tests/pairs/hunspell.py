"""Which forms does a dictionary of hunspell make of each of its words?

Read are the prefixes and suffixes of the first level, with the flags that ask for them; what is put
together of several words is left out.

    dictionary = read(Path("/usr/share/hunspell/es_ES"))
    dict(dictionary.forms("siglo"))
    → {"siglos": "S"}
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

COLUMNS_OF_AN_AFFIX = 5  # Kind, flag, what is cut, what is put, condition: see hunspell(5).


class Affix(NamedTuple):
    """What is cut from one end of a word, what is put there, and how the word must look."""

    at_start: bool
    cut: str
    put: str
    condition: re.Pattern[str]
    morphology: str

    def put_on(self, word: str) -> str:
        if self.at_start:
            return self.put + word.removeprefix(self.cut)
        return word.removesuffix(self.cut) + self.put


@dataclass(slots=True)
class Dictionary:
    """The words of a dictionary with their flags, and the affixes that each flag allows."""

    words: dict[str, list[str]] = field(default_factory=dict)
    affixes: Mapping[str, Sequence[Affix]] = field(default_factory=dict)

    def forms(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield each form of a word with the flag that makes it; what is marked derived is none."""
        for flag in self.words[word]:
            for affix in self.affixes.get(flag, ()):
                if affix.condition.search(word) and "ds:" not in affix.morphology:
                    yield affix.put_on(word), flag


def read(stem: Path) -> Dictionary:
    """Read the files `stem` with the endings .aff and .dic."""
    rules = stem.with_name(f"{stem.name}.aff").read_bytes().splitlines()
    reader = _Reader(rules)
    dictionary = Dictionary(affixes=reader.affixes(rules))
    for line in stem.with_name(f"{stem.name}.dic").read_bytes().splitlines()[1:]:
        word, _, flags = (line.split() or [b""])[0].partition(b"/")
        dictionary.words.setdefault(reader.text(word), []).extend(reader.flags(flags))
    return dictionary


class _Reader:
    """Knows how one dictionary writes letters, flags, and what it abbreviates by numbers.

    Flags may be bytes that are no letters of the file's encoding.
    """

    def __init__(self, rules: list[bytes]) -> None:
        options = dict(line.split()[:2] for line in rules if re.match(rb"\W*(SET|FLAG)\s", line))
        charset = next(value for name, value in options.items() if name.endswith(b"SET"))
        self.encoding = charset.decode().replace("microsoft-cp", "cp")
        self.flags_are = options.get(b"FLAG", b"one byte").decode()
        self.flag_sets = [line.split()[1] for line in rules if line.startswith(b"AF ")][1:]
        self.morphologies = [self.text(line) for line in rules if line.startswith(b"AM ")][1:]

    def affixes(self, rules: list[bytes]) -> Mapping[str, Sequence[Affix]]:
        found = defaultdict(list)
        for parts in (line.split(maxsplit=COLUMNS_OF_AN_AFFIX) for line in rules):
            if len(parts) >= COLUMNS_OF_AN_AFFIX and parts[0] in (b"PFX", b"SFX"):
                found[self.flags(parts[1])[0]].append(self._affix(*parts))
        return found

    def text(self, raw: bytes) -> str:
        return raw.decode(self.encoding, "replace")

    def flags(self, raw: bytes) -> list[str]:
        if self.flag_sets and raw.isdigit():
            raw = self.flag_sets[int(raw) - 1]
        if self.flags_are == "num":
            return raw.decode().split(",")
        if self.flags_are == "long":
            return re.findall("..", self.text(raw))
        return list(raw.decode("latin-1") if self.flags_are == "one byte" else self.text(raw))

    def _affix(
        self, kind: bytes, _: bytes, cut: bytes, put: bytes, condition: bytes, more: bytes = b""
    ) -> Affix:
        at_start = kind == b"PFX"
        pattern = self.text(condition).replace("-", r"\-")
        number = more.split()[0] if more.split() else b""
        return Affix(
            at_start,
            self.text(cut).removeprefix("0"),
            self.text(put.partition(b"/")[0]).removeprefix("0"),
            re.compile(f"^{pattern}" if at_start else f"{pattern}$"),
            self.morphologies[int(number) - 1]
            if number.isdigit() and self.morphologies
            else self.text(more),
        )
