"""Reads a register of links: what each row says, and what has to be assumed.

The columns are those of the Commission's repository for links (title, url, type, categories,
language); others are passed over.
"""

from __future__ import annotations

import csv
import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from services.interchange.checking import UNPRINTABLE
from services.models import PolicyCode
from services.models.validators import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = ("title", "url", "type", "categories", "language")
AUDIENCES = {"CITIZENS": "citizens", "BUSINESSES": "businesses"}
KINDS = {
    frozenset({"information"}): "information",
    frozenset({"procedure"}): "procedure",
    frozenset({"information", "procedure"}): "procedure",
}
CITIZENS_AREAS, BUSINESS_AREAS = "ABCDEFGHIRSTUVW", "JKLMNOPQX"
MAX_TITLE = 255
# Zero-width space, byte-order mark, soft hyphen: left by other editors, and no part of a title.
INVISIBLE = dict.fromkeys((0x200B, 0xFEFF, 0xAD))


class RegisterRefusedError(Exception):
    """The file is no register of links: a column is missing, or it is not UTF-8."""


class RowRefusedError(Exception):
    """A row that cannot be imported, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Link:
    """One row, understood; ``assumed`` says what the row itself does not say."""

    number: int
    title: str
    url: str
    kind: str
    also_explains_rules: bool
    codes: tuple[str, ...]
    audience: frozenset[str]
    language: str
    assumed: tuple[str, ...] = field(default=())


def read_register(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its number, from 1 without the header; raises RegisterRefusedError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise RegisterRefusedError(f"the column “{missing[0]}” is missing")
            for number, row in enumerate(reader, start=1):
                yield number, {name: (row[name] or "").strip() for name in COLUMNS}
    except (UnicodeDecodeError, csv.Error) as error:
        raise RegisterRefusedError(str(error)) from error


class RegisterReader:
    """Understands rows; knows the official codes, and which addresses it has seen."""

    def __init__(self) -> None:
        self._codes = set(
            PolicyCode.objects.valid().exclude(code="").values_list("code", flat=True)
        )
        self._seen: dict[tuple[str, str], int] = {}

    def understand(self, number: int, row: dict[str, str]) -> Link:
        """The row as a link; raises RowRefusedError with the reason."""
        assumed: list[str] = []
        types = frozenset(name.strip().lower() for name in row["type"].split(";"))
        if types not in KINDS:
            raise RowRefusedError(f"the type “{row['type']}” is unknown")
        url = self._url(row)
        codes, audience = self._categories(row["categories"], assumed)
        title = self._title(row["title"], assumed)
        if KINDS[types] == "procedure" and not any(code[0] in "RSTUVWX" for code in codes):
            assumed.append("no Annex II code")
        self._once(url, row["language"].lower(), number)
        return Link(
            number,
            title,
            url,
            KINDS[types],
            len(types) > 1,
            codes,
            audience,
            row["language"].lower(),
            tuple(assumed),
        )

    def _title(self, text: str, assumed: list[str]) -> str:
        resolved = html.unescape(text)
        title = " ".join(resolved.translate(INVISIBLE).split())
        if UNPRINTABLE.search(title):
            raise RowRefusedError("the title holds control characters")
        if not title:
            raise RowRefusedError("the title is missing")
        if len(title) > MAX_TITLE:
            raise RowRefusedError(f"the title is longer than {MAX_TITLE} characters")
        if resolved != text:
            assumed.append("entities of the title resolved")
        if title != resolved:
            assumed.append("spaces and invisible signs of the title tidied")
        return title

    @staticmethod
    def _url(row: dict[str, str]) -> str:
        url = row["url"].strip("\xa0 ")
        try:
            safe_url(url)
        except ValidationError as error:
            raise RowRefusedError(f"“{url}” is not an address that may be linked") from error
        return url

    def _once(self, url: str, language: str, number: int) -> None:
        """Only a row that is understood takes its address."""
        first = self._seen.setdefault((url, language), number)
        if first != number:
            raise RowRefusedError(f"the address stands in row {first} already")

    def _categories(self, text: str, assumed: list[str]) -> tuple[tuple[str, ...], frozenset[str]]:
        values = [value.strip() for value in text.split(";") if value.strip()]
        codes = tuple(dict.fromkeys(value for value in values if value not in AUDIENCES))
        unknown = [code for code in codes if code not in self._codes]
        if unknown:
            raise RowRefusedError(f"the code “{unknown[0]}” is unknown")
        if not any(len(code) > 1 for code in codes):
            assumed.append("no item code")
        audience = frozenset(AUDIENCES[value] for value in values if value in AUDIENCES)
        return codes, audience or self._assumed_audience(codes, assumed)

    @staticmethod
    def _assumed_audience(codes: tuple[str, ...], assumed: list[str]) -> frozenset[str]:
        found = {"citizens" for code in codes if code[0] in CITIZENS_AREAS}
        found |= {"businesses" for code in codes if code[0] in BUSINESS_AREAS}
        audience = frozenset(found or {"citizens"})
        assumed.append(f"audience by the codes: {', '.join(sorted(audience))}")
        return audience
