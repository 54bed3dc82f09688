"""Rich text as it travels: no keys of the editor's blocks, links to pages by translation key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wagtail.models import Page

if TYPE_CHECKING:
    from services.interchange.references import References
    from services.interchange.travelling import Exported

BLOCK_KEY = re.compile(r'\s+data-block-key="[^"]*"')
STORED_LINK = re.compile(r'<a (?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>')
NOBODY = "00000000-0000-0000-0000-000000000000"
LINE_LINK = re.compile(r'<a linktype="page" page="([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})">')


def text_to_line(html: str, exported: Exported) -> str:
    """The text for a line.

    A link to a page that is gone or a draft leads nowhere; it stays so that the parts match.
    """

    def by_key(match: re.Match[str]) -> str:
        page = exported.linked(match[1])
        return f'<a linktype="page" page="{page.translation_key if page else NOBODY}">'

    return STORED_LINK.sub(by_key, BLOCK_KEY.sub("", html))


def text_from_line(html: str, references: References, field: str) -> str:
    """The text as it is stored; raises UnknownReferenceError for a link to an unknown page."""

    def stored(match: re.Match[str]) -> str:
        if match[1] == NOBODY:
            return '<a linktype="page" id="0">'
        page: Any = references.get(Page, match[1], field)
        return f'<a linktype="page" id="{page.pk}">'

    return LINE_LINK.sub(stored, html)


def pages_linked(html: str) -> list[str]:
    """The translation keys of the pages that the text of a line links to."""
    return [key for key in LINE_LINK.findall(html) if key != NOBODY]
