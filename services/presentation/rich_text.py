"""How does a text of paragraphs, lists and links become HTML for readers?

Links to pages lead to the page in the reader's language; the pages of all texts are looked up
together, so their number costs nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text.rewriters import LinkRewriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.models.reading import Words
    from services.presentation.page_links import PageLinks

DECLARATION = re.compile(r"<(?=[!?])")
PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')
HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Html:
    """A text of HTML with its language, as the components expect it."""

    html: SafeString
    lang: str = ""
    dir: str = ""

    def __bool__(self) -> bool:
        return bool(strip_tags(self.html).strip())

    def __str__(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text that the contents list leads to."""

    anchor: str
    title: str


def pages_linked_in(texts: Iterable[str]) -> set[int]:
    """The keys of the pages that the texts link to."""
    return {int(key) for text in texts for key in PAGE_LINK.findall(text)}


def html_of(words: Words, links: PageLinks) -> Html:
    """The words as HTML.

    Wagtail's editor cleans what is typed, the interchange what is imported; comments, which
    browsers and parsers read differently, are shown as text whatever their way in.
    """

    def opening_tags(attributes: list[dict[str, Any]]) -> list[str]:
        return [_opening_tag(attrs, links) for attrs in attributes]

    html = LinkRewriter(bulk_rules={"page": opening_tags})(
        DECLARATION.sub("&lt;", words.text or "")
    )
    return Html(mark_safe(html), words.lang, words.dir)  # noqa: S308  # Cleaned on its way in.


def with_anchors(text: Html) -> tuple[Html, list[Heading]]:
    """The text with an anchor at each heading, and the headings."""
    headings: list[Heading] = []

    def number(match: re.Match[str]) -> str:
        heading = Heading(f"part-{len(headings) + 1}", strip_tags(match[1]).strip())
        headings.append(heading)
        return f'<h2 id="{heading.anchor}">{match[1]}</h2>'

    html = HEADING.sub(number, text.html)
    return Html(mark_safe(html), text.lang, text.dir), headings  # noqa: S308  # As above.


def _opening_tag(attributes: dict[str, Any], links: PageLinks) -> str:
    link = links.get(int(attributes.get("id") or 0))
    if link is None:
        return "<a>"
    language = f' hreflang="{escape(link.language)}"' if link.language else ""
    return f'<a href="{escape(link.url)}"{language}>'
