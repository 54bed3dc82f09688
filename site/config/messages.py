"""Which interface texts exist, and whether each catalogue has them all in its language.

`python -m config.messages` brings the catalogues in line with code and templates, and adds one
for each language named; with `--check` it changes nothing. It names what is missing either way.
"""

from __future__ import annotations

import sys
from copy import deepcopy
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from config.catalogues import LOCALE_DIR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

ROOT = LOCALE_DIR.parent
SOURCES = ("site/config", "site/templates", "home", "search", "services")
LANGUAGE_OF_SOURCES = "en"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = (
    "# Interface texts of Portolan; `make messages` keeps them in line with code and templates."
)
Key = tuple[str | None, str]


def main(arguments: list[str]) -> int:
    template = extract_all()
    for language in arguments:
        if language != "--check":
            add(language)
    catalogues = sorted(LOCALE_DIR.glob("*/LC_MESSAGES/django.po"))
    if "--check" not in arguments:
        for path in catalogues:
            update(path, template)
    findings = [finding for path in catalogues for finding in check(path, template)]
    for finding in findings:
        sys.stderr.write(f"{finding}\n")
    return 1 if findings else 0


def extract_all(root: Path = ROOT) -> Catalog:
    """Read every text that code or a template of ours asks gettext for."""
    template = Catalog()
    for path in _source_files(root):
        method: Any = extract_python if path.suffix == ".py" else extract_template
        with path.open("rb") as file:
            for _line, message, comments, context in extract(
                method, file, KEYWORDS, ["Translators"]
            ):
                place = [(path.relative_to(root).as_posix(), 0)]
                template.add(message, None, place, auto_comments=comments, context=context)
    return template


def extract_template(
    file: IO[bytes], keywords: Any, comment_tags: Collection[str], options: Any
) -> Iterator[tuple[Any, ...]]:
    """Read a Django template as the Python that it amounts to."""
    lines = templatize(file.read().decode()).splitlines()
    python = "\n".join(line.lstrip() for line in lines)  # Python minds indentation.
    yield from extract_python(BytesIO(python.encode()), keywords, comment_tags, options)


def add(language: str, directory: Path = LOCALE_DIR) -> None:
    """Begin an empty catalogue where there is none."""
    path = directory / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, _new(language))


def update(path: Path, template: Catalog) -> None:
    """Add what is new, drop what is gone, and guess nothing."""
    catalogue = _read(path)
    if catalogue_keys(catalogue) == catalogue_keys(template) and not catalogue.obsolete:
        return
    # A copy, since what is translated here must not appear in the next language's catalogue.
    catalogue.update(deepcopy(template), no_fuzzy_matching=True)
    if path.parent.parent.name == LANGUAGE_OF_SOURCES:
        for message in _messages(catalogue):
            message.string = message.id
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def check(path: Path, template: Catalog) -> Iterator[str]:
    """Name the faults of one catalogue."""
    catalogue, name = _read(path), path.parent.parent.name
    wanted, present = catalogue_keys(template), catalogue_keys(catalogue)
    for key in sorted(wanted ^ present, key=str):
        fault = "missing" if key in wanted else "no longer used"
        yield f"{name}: {fault}, run `make messages`: {key[1]!r}"
    for message in _messages(catalogue):
        yield from (f"{name}: {fault}: {message.id!r}" for fault in _faults(message, catalogue))


def catalogue_keys(catalogue: Catalog) -> set[Key]:
    return {(message.context, _singular(message)) for message in _messages(catalogue)}


def _faults(message: Message, catalogue: Catalog) -> Iterator[str]:
    texts = [message.string] if isinstance(message.string, str) else message.string
    if message.fuzzy:
        yield "uncertain (fuzzy)"
    if not texts or not all(texts):
        yield "not translated"
        return
    for error in message.check(catalogue):
        yield str(error)


def _new(language: str) -> Catalog:
    return Catalog(
        language,
        header_comment=HEADER,
        project="Portolan",
        version="1",
        msgid_bugs_address="Portolan",
        last_translator="Portolan",
        language_team="Portolan",
    )


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def _write(path: Path, catalogue: Catalog) -> None:
    catalogue.fuzzy = False  # Babel marks every new header as uncertain.
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _source_files(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        for path in sorted((root / name).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts:
                yield path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
