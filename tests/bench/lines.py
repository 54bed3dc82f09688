"""As many services as are asked for, each with its own words: made from those of the demo."""

from __future__ import annotations

import json
import re
import uuid
from typing import TYPE_CHECKING, Any

from services.interchange.demo import DEMO
from services.interchange.lines import canonical, header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK_END = re.compile(r"(?=</(?:p|li|h[23])>)")
LONGEST_TO_GROW = 60  # Longer texts may have to stay within a limit.


def write_services(path: Path, count: int) -> None:
    """Write a file of so many services that are in no other file."""
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{canonical(header())}\n")
        file.writelines(f"{canonical(line)}\n" for line in new_services(count))


def new_services(count: int) -> Iterator[dict[str, Any]]:
    """Yield services like the demo's, with identifiers, addresses and words of their own."""
    patterns = [line for line in _demo_lines() if line["type"] == "service"]
    for number in range(count):
        yield _as_new(patterns[number % len(patterns)], number)


def _demo_lines() -> list[dict[str, Any]]:
    with DEMO.open(encoding="utf-8") as file:
        return [line for text in file if "type" in (line := json.loads(text))]


def _as_new(pattern: dict[str, Any], number: int) -> dict[str, Any]:
    text = json.dumps(pattern, ensure_ascii=False)
    for key in _own_keys(pattern):
        text = text.replace(key, str(uuid.uuid5(uuid.UUID(key), str(number))))
    line = json.loads(text)
    for row in _with_words(line):
        for words in row["words"].values():
            words.update({name: _own_words(value, number) for name, value in words.items()})
    for words in line["words"].values():
        words["slug"] = words["slug"].replace(" ", "-").lower()
    return line


def _own_keys(line: dict[str, Any]) -> set[str]:
    return {row["id"] for row in _with_words(line)}


def _with_words(line: dict[str, Any]) -> list[dict[str, Any]]:
    """The line itself and its rows."""
    rows = [row for value in line.values() if isinstance(value, list) for row in value]
    return [line, *(row for row in rows if isinstance(row, dict) and "words" in row)]


def _own_words(text: str, number: int) -> str:
    """Every part of a text gets a word that no other service has."""
    word = f" nr{number}"
    if BLOCK_END.search(text):
        return BLOCK_END.sub(word, text)
    return text + word if len(text) <= LONGEST_TO_GROW else text[: -len(word)] + word
