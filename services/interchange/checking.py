"""Checks a file before the first write, and each line against its schema."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker
from wagtail.fields import RichTextField

from services.interchange.codec import address_paths, related_model
from services.interchange.faults import Fault, FileRefusedError
from services.interchange.line_types import LineType, RecordType, line_type
from services.interchange.lines import FORMAT, VERSION
from services.interchange.rich_text import TAGS, html_faults, short
from services.interchange.schema import content_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_LINE_BYTES = 1_000_000
# What no text needs: C0 controls but tab and line breaks, delete, and halves of characters.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line of the file with its number, and its object or what is wrong with its JSON."""

    number: int
    value: dict[str, Any]
    fault: Fault | None = None

    @property
    def identifier(self) -> str:
        return str(self.value.get("id", ""))


def read_file(path: Path) -> list[NumberedLine]:
    """All lines after the header; raises FileRefusedError for a fault of the file as a whole."""
    lines = [_parse(number, text) for number, text in _texts(path)]
    if not lines:
        raise FileRefusedError([Fault(1, "", "the file is empty")])
    _check_header(lines[0])
    body = [line for line in lines[1:] if line.value or line.fault]
    _check_identifiers(body)
    return body


def faults_of(line: NumberedLine) -> list[Fault]:
    """What is wrong with a line by itself, without looking at the database."""
    if line.fault:
        return [line.fault]
    kind = line_type(str(line.value.get("type")))
    if kind is None:
        return [Fault(line.number, "type", f"“{line.value.get('type')}” is not a kind of line")]
    validator = _validator(kind, kind.kind_in(line.value) if isinstance(kind, LineType) else "")
    if validator is None:
        return [Fault(line.number, "kind", f"“{line.value.get('kind')}” is not a kind")]
    faults = [
        Fault(line.number, ".".join(map(str, error.absolute_path)), short(error.message))
        for error in validator.iter_errors(line.value)
    ]
    return faults or list(_content_faults(line, kind))


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(MAX_LINE_BYTES + 1):
            number += 1
            if len(raw) > MAX_LINE_BYTES:
                message = f"the line is longer than {MAX_LINE_BYTES} bytes"
                raise FileRefusedError([Fault(number, "", message)])
            if number == 1 and raw.startswith(BOM_UTF8):
                message = "the file starts with a byte order mark; save it without one"
                raise FileRefusedError([Fault(number, "", message)])
            try:
                yield number, raw.decode("utf-8")
            except UnicodeDecodeError as error:
                message = f"not UTF-8 at byte {error.start}"
                raise FileRefusedError([Fault(number, "", message)]) from error


def _parse(number: int, text: str) -> NumberedLine:
    if not text.strip():
        return NumberedLine(number, {})
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return NumberedLine(number, {}, Fault(number, "", f"not JSON: {error}"))
    if not isinstance(value, dict):
        return NumberedLine(number, {}, Fault(number, "", "not a JSON object"))
    if any(UNPRINTABLE.search(text) for text in _strings(value)):
        return NumberedLine(number, value, Fault(number, "", "control characters in a text"))
    return NumberedLine(number, value)


def _strings(value: Any) -> Iterator[str]:
    """Every text in a JSON value, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _check_header(line: NumberedLine) -> None:
    if line.value.get("format") != FORMAT:
        raise FileRefusedError([Fault(line.number, "format", f"not a file of format “{FORMAT}”")])
    version = line.value.get("version")
    if version != VERSION or type(version) is not int:
        message = f"version {line.value.get('version')!r} is not {VERSION}"
        raise FileRefusedError([Fault(line.number, "version", message)])


def _check_identifiers(lines: list[NumberedLine]) -> None:
    first: dict[str, int] = {}
    faults = []
    for line in lines:
        if line.identifier and line.identifier in first:
            message = f"{line.identifier} stands in line {first[line.identifier]} already"
            faults.append(Fault(line.number, "id", message))
        first.setdefault(line.identifier, line.number)
    if faults:
        raise FileRefusedError(faults)


@cache
def _validator(kind: LineType | RecordType, name: str) -> Draft202012Validator | None:
    if isinstance(kind, RecordType):
        return Draft202012Validator(kind.schema, format_checker=FormatChecker())
    if name not in kind.kinds:
        return None
    schema = content_schema(kind, name)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _content_faults(line: NumberedLine, kind: LineType | RecordType) -> Iterator[Fault]:
    """Words in the source's language, and HTML that only says what editors could say."""
    if not isinstance(kind, LineType):
        return
    source = line.value["source"]
    if source not in line.value["words"]:
        yield Fault(line.number, f"words.{source}", "the source's own words are missing")
    model = kind.model_of(line.value)
    rows = [row["id"] for name in model.word_rows for row in line.value.get(name, [])]
    if len(rows) != len(set(rows)):
        yield Fault(line.number, "", "two rows have the same id")
    yield from _address_faults(line, model)
    for place, field, text in _words(line.value, model):
        if isinstance(field, RichTextField):
            for message in html_faults(text, field.features or TAGS):
                yield Fault(line.number, place, message)


def _address_faults(line: NumberedLine, model: Any) -> Iterator[Fault]:
    """Addresses of a language that the line has no words in, or of a row that it has not."""
    rows = {name: [row["id"] for row in line.value.get(name, [])] for name in model.word_rows}
    paths = address_paths(model, rows)
    for code, addresses in line.value.get("own_addresses", {}).items():
        if code not in line.value["words"]:
            yield Fault(line.number, f"own_addresses.{code}", "the line has no words in it")
        for path in addresses.keys() - paths:
            message = "is no address of the line or of one of its rows"
            yield Fault(line.number, f"own_addresses.{code}.{path}", message)


def _words(line: dict[str, Any], model: Any) -> Iterator[tuple[str, Any, str]]:
    """Each word field of the line and of its rows: (place, model field, text)."""
    for code, words in line["words"].items():
        for name, text in words.items():
            yield f"words.{code}.{name}", model._meta.get_field(name), text
    for relation in model.word_rows:
        row_model = related_model(model, relation)
        for n, row in enumerate(line.get(relation, [])):
            for code, words in row["words"].items():
                for name, text in words.items():
                    place = f"{relation}.{n}.words.{code}.{name}"
                    yield place, row_model._meta.get_field(name), text
