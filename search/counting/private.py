"""What of a question may be written down at all?

E-mail addresses and runs of five digits or more are cut before anything is written anywhere: by
telephone number, citizen service number, date of birth or account a person could be known. Signs
and spaces between digits do not hide a run: "06-12 34 56 78" is one, "123.456.782" is one.
"""

from __future__ import annotations

import re
import unicodedata

# Looked for at the beginning of a word only: a long word is read once, not once for each letter.
_ADDRESS = re.compile(
    r"(?<![^\s@])[^\s@]*\s?(?:@|[\[({]\s?(?:at|apenstaartje)\s?[\])}])\s?\S*", re.IGNORECASE
)
_DIGITS = re.compile(r"[+(]?\d(?:[\W_]{0,3}\d){4,}")


def without_personal_data(text: str) -> str:
    """Return the text without e-mail addresses and runs of digits; often nothing is left out.

    Width and form of a sign do not matter: "＠" is an at sign, "①" a digit.
    """
    kept = _closed_up(unicodedata.normalize("NFKC", text))
    for personal in (_ADDRESS, _DIGITS):
        kept = _closed_up(personal.sub(" ", kept))
    return kept


def _closed_up(text: str) -> str:
    """Leave single spaces, or digits would come nearer to each other after they were looked at."""
    return " ".join(text.split())
