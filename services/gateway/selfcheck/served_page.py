"""What a crawler reads in the HTML of a page: its tags, its language, its links.

This shares nothing with the code that writes the tags, so that a fault there is seen here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

NOFOLLOW = {"nofollow", "none"}
NOINDEX = {"noindex", "none"}


@dataclass(frozen=True, slots=True)
class MetaTag:
    """A meta element that has a name; ``attribute`` is where the name stands."""

    name: str
    content: str
    attribute: str = "name"
    in_head: bool = True


@dataclass(slots=True)
class ServedPage:
    """What was read; ``robots`` are the instructions to crawlers, in lower case."""

    lang: str = ""
    metas: list[MetaTag] = field(default_factory=list)
    canonicals: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    robots: set[str] = field(default_factory=set)

    @property
    def may_be_indexed(self) -> bool:
        return not self.robots & NOINDEX

    @property
    def links_may_be_followed(self) -> bool:
        return not self.robots & NOFOLLOW


def read_page(html: str, *, robots_header: str = "") -> ServedPage:
    """Read the page; instructions to crawlers may stand in a header of the answer as well."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.robots |= _words(robots_header)
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ServedPage()
        self._in_head = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        if tag == "html":
            self.page.lang = values.get("lang", "")
        elif tag == "body":
            self._in_head = False
        elif tag == "meta":
            self._meta(values)
        elif tag == "link" and "canonical" in _words(values.get("rel", "")):
            self.page.canonicals.append(values.get("href", ""))
        elif tag == "a" and "nofollow" not in _words(values.get("rel", "")):
            self.page.links += [values["href"]] if "href" in values else []

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self._in_head = False

    def _meta(self, values: dict[str, str]) -> None:
        content = values.get("content", "")
        for attribute in ("name", "property"):
            if attribute in values:
                name = values[attribute]
                self.page.metas.append(MetaTag(name, content, attribute, self._in_head))
        if values.get("name", "").strip().lower() == "robots":
            self.page.robots |= _words(content)


def _words(text: str) -> set[str]:
    return set(text.lower().replace(",", " ").split())
