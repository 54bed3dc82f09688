"""What is an entry of the language navigation, which leads to the same page in another language?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """An entry of the language navigation, named in its own language."""

    code: str
    name: str
    url: str
    dir: str
    is_current: bool = False
