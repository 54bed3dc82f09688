"""What is wrong with the tags of one page, each fault in words of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from services.gateway.selfcheck.expected import ExpectedPage
    from services.gateway.selfcheck.served_page import MetaTag, ServedPage

KINDS = ("information", "procedure", "assistance")
NAMES = ("sdg-tag", "DC.ISO3166", "DC.Location", "DC.Service", "policy-code", "DC.Policy")
SUPERFLUOUS = "DC.Language"
_BY_LETTERS = {"".join(filter(str.isalnum, name.lower())): name for name in NAMES}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; ``rule`` names it for programs, ``tag`` is the element that is wrong."""

    rule: str
    tag: str
    message: str


def faults_of(
    page: ServedPage, expected: ExpectedPage, official: frozenset[str]
) -> Iterator[Fault]:
    """Compare what is served with what the page's data and the code list say."""
    read: dict[str, list[str]] = {}
    yield from _faults_of_form(page, read)
    wanted = _wanted(expected)
    for name in NAMES:
        if name not in read:
            if wanted[name]:
                yield Fault("missing", name, f"the tag {name} is missing")
        else:
            yield from _faults_of_values(name, read[name], wanted[name], official)
    if page.lang != expected.language:
        yield _fault_of_language(page.lang, expected.language)
    yield from _faults_of_canonical(page, expected)


def gateway_metas(page: ServedPage) -> list[MetaTag]:
    """The elements that are, or were meant to be, tags of the gateway."""
    return [meta for meta in page.metas if _meant(meta.name)]


def _wanted(expected: ExpectedPage) -> dict[str, Sequence[str]]:
    return {
        "sdg-tag": ("sdg",),
        "DC.ISO3166": (expected.country,),
        "DC.Location": expected.areas,
        "DC.Service": expected.kinds,
        "policy-code": [value for value, _title in expected.codes],
        "DC.Policy": [title for _value, title in expected.codes],
    }


def _faults_of_form(page: ServedPage, read: dict[str, list[str]]) -> Iterator[Fault]:
    """How the tags are written; puts the values of each into ``read``, however it is written."""
    metas = gateway_metas(page)
    for meta in metas:
        name = _meant(meta.name)
        yield from _faults_of_element(meta, name)
        if name not in read and name != SUPERFLUOUS:
            yield from _faults_of_separators(name, meta.content)
            read[name] = [part.strip() for part in meta.content.split(";") if part.strip()]
    for name, count in Counter(meta.name for meta in metas).items():
        if count > 1:
            yield Fault("repeated", name, f"{name} stands {count} times; join values by “;”")


def _faults_of_element(meta: MetaTag, name: str) -> Iterator[Fault]:
    if meta.name != name:
        yield _fault_of_name(meta.name, name)
    if name == SUPERFLUOUS:
        yield Fault("superfluous", name, f"{name} is only for pages that cannot set html lang")
    if meta.attribute != "name":
        yield Fault("property", name, f"{name} stands in {meta.attribute}=, not in name=")
    if not meta.in_head:
        yield Fault("in-body", name, f"{name} stands in the body, not in the head")


def _fault_of_name(written: str, name: str) -> Fault:
    if written.lower() == name.lower():
        return Fault("case", name, f"{written} must be written {name}")
    return Fault("misspelt", name, f"{written} is no tag of the gateway; {name} may be meant")


def _faults_of_separators(name: str, content: str) -> Iterator[Fault]:
    parts = content.split(";")
    if not content.strip():
        yield Fault("empty", name, f"{name} is empty")
    elif any(not part.strip() for part in parts):
        yield Fault("separator", name, f"{name} has a “;” with nothing on one side: “{content}”")
    elif any(part != part.strip() for part in parts):
        yield Fault("space", name, f"{name} has a space beside a value: “{content}”")


def _faults_of_values(
    name: str, values: list[str], wanted: Sequence[str], official: frozenset[str]
) -> Iterator[Fault]:
    if name == "DC.Location" and not wanted:
        yield Fault("national", name, f"{name} stands on a page that holds in the whole country")
        return
    extra = [value for value in values if value not in wanted]
    for value in extra:
        yield _fault_of_value(name, value, wanted, official)
    written = {value.lower() for value in values}
    for value in wanted:
        if value.lower() not in written and not (extra and len(wanted) == 1):
            yield Fault("value-missing", name, f"{name} lacks “{value}”")
    if sorted(values) == sorted(wanted) and list(values) != list(wanted):
        order = ";".join(wanted)
        yield Fault("order", name, f"{name} is not in the order of the list: “{order}”")
    for value, count in Counter(values).items():
        if count > 1:
            yield Fault("twice", name, f"{name} names “{value}” {count} times")


def _fault_of_value(
    name: str, value: str, wanted: Sequence[str], official: frozenset[str]
) -> Fault:
    same_letters = [one for one in wanted if one.lower() == value.lower()]
    if same_letters:
        message = f"“{value}” in {name} must be written “{same_letters[0]}”"
        return Fault("value-case", name, message)
    if name == "DC.ISO3166":
        return Fault("country", name, f"“{value}” is not the country; it is “{wanted[0]}”")
    if name == "DC.Service" and value not in KINDS:
        return Fault("kind", name, f"“{value}” is none of {', '.join(KINDS)}")
    if name == "policy-code" and value not in official:
        return Fault("code-unknown", name, f"“{value}” is not in the code list, or not valid today")
    return Fault("not-of-page", name, f"“{value}” in {name} is not what the page's data say")


def _fault_of_language(lang: str, language: str) -> Fault:
    if not lang:
        return Fault("no-lang", "html lang", "the element html has no lang")
    return Fault("lang", "html lang", f"html lang is “{lang}”; the page is in “{language}”")


def _faults_of_canonical(page: ServedPage, expected: ExpectedPage) -> Iterator[Fault]:
    if not page.canonicals:
        yield Fault("no-canonical", "canonical", "the page names no canonical address")
    elif len(page.canonicals) > 1:
        yield Fault("canonicals", "canonical", "the page names more than one canonical address")
    elif page.canonicals[0] != expected.url:
        message = f"the canonical address is {page.canonicals[0]}, and should be {expected.url}"
        yield Fault("canonical", "canonical", message)


def _meant(name: str) -> str:
    """The tag that a name is, or seems to be meant for; empty for what has nothing to do with it.

    Other schemes use names with the prefix “DC.”, too, but none on a page of ours.
    """
    letters = "".join(filter(str.isalnum, name.lower()))
    if letters == "dclanguage":
        return SUPERFLUOUS
    if letters in _BY_LETTERS:
        return _BY_LETTERS[letters]
    if letters.startswith(("dc", "sdg", "policy")):
        close = get_close_matches(letters, _BY_LETTERS, n=1, cutoff=0.0)
        return _BY_LETTERS[close[0]]
    return ""
