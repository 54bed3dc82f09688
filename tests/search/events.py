"""Events of the search as a process notes them, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.counting.events import read

if TYPE_CHECKING:
    from pathlib import Path


def searched(query: str, on: str = "2026-11-26", total: int = 3, language: str = "nl") -> str:
    return (
        f'{{"kind": "search", "language": "{language}", "query": "{query}", "on": "{on}", '
        f'"total": {total}}}'
    )


def clicked(query: str, page: Any, position: int = 2) -> str:
    return (
        f'{{"kind": "click", "language": "nl", "query": "{query}", "on": "2026-11-26", '
        f'"position": {position}, "page": "{page}"}}'
    )


def noted(folder: Path) -> list[Any]:
    lines = [line for path in folder.glob("*") for line in path.read_bytes().splitlines()]
    return [read(line) for line in lines]
