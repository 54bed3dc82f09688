"""What does rich text say, without its mark-up?"""

from __future__ import annotations

import re
from html import unescape

_HEADING = re.compile(r"<h[2-6][^>]*>(.*?)</h[2-6]>", re.DOTALL | re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|div|tr)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t]+")


def plain(html: str) -> str:
    """Return the text, one line a paragraph."""
    if "<" not in html and "&" not in html:
        return html.strip()
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return "\n".join(line for each in text.split("\n") if (line := each.strip()))


def headings(html: str) -> list[str]:
    """Return the texts of the headings."""
    if "<" not in html:
        return []
    return [plain(heading) for heading in _HEADING.findall(html)]
