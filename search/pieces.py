"""Texts as the numbers of their pieces.

A piece is what stands between spaces, numbered as it is first seen. To build an index is above all
to look up the words of texts, and each lookup goes to another place in memory; so it is done once,
and who reads a text a second time finds what belongs to its pieces in a list.

    pieces = Pieces()
    pieces.numbers_of("naar de raad van de stad") → (0, 1, 2, 3, 1, 4)
    pieces.listed → ["naar", "de", "raad", "van", "stad"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from search.documents import texts_of

if TYPE_CHECKING:
    from search.documents import Document

Numbers: TypeAlias = tuple[int, ...]

# The texts that a document has, by the name of their field.
Texts: TypeAlias = dict[str, Numbers]


class Pieces(dict[str, int]):
    """The number of each piece that was seen, and the pieces in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[str] = []

    def __missing__(self, piece: str) -> int:
        number = self[piece] = len(self.listed)
        self.listed.append(piece)
        return number

    def numbers_of(self, text: str) -> Numbers:
        return tuple(map(self.__getitem__, text.split()))

    def texts_of(self, document: Document) -> Texts:
        return {name: self.numbers_of(text) for name, text in texts_of(document).items()}
