"""Which HTML the text of a line may hold: what the editor itself writes, letter by letter.

Browsers mend faulty HTML, and every parser does it otherwise. So nothing is mended here: each “<”
begins a tag exactly as an export writes it, or the text is refused.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from wagtail.whitelist import check_url

from services.interchange.texts import LINE_LINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TAGS = {
    "bold": ("b", "strong"),
    "ol": ("ol", "li"),
    "ul": ("ul", "li"),
    "link": ("a",),
    "h2": ("h2",),
    "h3": ("h3",),
}
BREAKS = ("<br>", "<br/>")
TOKEN = re.compile(r"<[^<>]*>?")
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)>")
LINK = re.compile(r'<a href="([^"<>]*)">')


def html_faults(text: str, features: Iterable[str]) -> Iterator[str]:
    """The first thing in the text that an editor with these features could not have written."""
    allowed = {"p", *(tag for feature in features for tag in TAGS.get(feature, ()))}
    opened: list[str] = []
    for token in TOKEN.findall(text):
        if token in BREAKS:
            continue
        closes, name = _read(token)
        if name not in allowed:
            yield f"“{short(token)}” is not allowed"
            return
        if not closes:
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield f"“{token}” closes what is not open"
            return
    if opened:
        yield f"<{opened[-1]}> is not closed"


def short(text: str, length: int = 200) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _read(token: str) -> tuple[bool, str]:
    """Whether the tag closes, and its name; no name where it is not written as we write it."""
    if tag := TAG.fullmatch(token):
        return bool(tag[1]), tag[2]
    if LINE_LINK.fullmatch(token):
        return False, "a"
    link = LINK.fullmatch(token)
    return False, "a" if link and _may_be_linked(link[1]) else ""


def _may_be_linked(address: str) -> bool:
    """Whether the editor would keep the address, read as a browser reads it."""
    return check_url(html.unescape(address)) is not None
