"""What is searched when the search is evaluated: the judged services among a thousand others.

The services stand in `services.jsonl`, a file of the interchange (docs/interchange.md) in all 24
official languages of the EU. The others are laid by a seeded script: their words are drawn from
those that the services of the language are written in, by their frequency, so that every query
finds its words in many pages.
"""

from __future__ import annotations

import json
import random
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from search.documents import Document, names
from search.plain_text import plain
from services.language.tokens import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICES = Path(__file__).with_name("services.jsonl")
BACKGROUND = 1000
SEED = 2018_1724
WORDS_OF_A_TITLE, WORDS_OF_A_SUMMARY, WORDS_OF_A_BODY = 4, 14, 70


def evaluated_documents(language: str) -> Iterator[Document]:
    """All documents of a language: the judged services, named by their slugs, and the others."""
    services = judged_documents(language)
    yield from services
    yield from background_documents(language, services)


def judged_documents(language: str) -> list[Document]:
    return [
        _document(line["words"], language)
        for line in _lines()
        if line["type"] == "service" and language in line["words"]
    ]


def background_documents(language: str, services: list[Document]) -> Iterator[Document]:
    """A thousand documents of the words of these, always the same."""
    words = [word for each in services for word in TOKEN.findall(f"{each.summary} {each.body}")]
    chance = random.Random(f"{SEED} {language}")  # noqa: S311  # Nothing secret is made of it.
    for number in range(BACKGROUND):
        title, summary, body = (
            " ".join(chance.choices(words, k=count))
            for count in (WORDS_OF_A_TITLE, WORDS_OF_A_SUMMARY, WORDS_OF_A_BODY)
        )
        yield Document(
            id=f"background-{number}",
            language=language,
            kind="information",
            title=title,
            url=f"/{language}/background-{number}/",
            summary=summary,
            body=body,
        )


def _document(in_all: dict[str, dict[str, Any]], language: str) -> Document:
    words = in_all[language]
    return Document(
        id=words["slug"],
        language=language,
        kind="information",
        title=words["title"],
        url=f"/{language}/{words['slug']}/",
        keywords=tuple(word.strip() for word in words["keywords"].split(",")),
        summary=words["summary"],
        body=plain(words["body"]),
        audience=("citizens",),
        names_elsewhere=tuple(
            (other, names(each["title"], each["keywords"], each["summary"]))
            for other, each in in_all.items()
            if other != language
        ),
    )


@lru_cache(maxsize=1)
def _lines() -> list[dict[str, Any]]:
    lines = SERVICES.read_text(encoding="utf-8").splitlines()
    return [line for text in lines if "type" in (line := json.loads(text))]
