"""Which questions did search editors release, to be suggested to those who begin to type?"""

from __future__ import annotations

from search.models import ReleasedQuery
from services.presentation.kept import Kept


def released(language: str) -> tuple[str, ...]:
    """Return the released questions of a language in the order of their letters."""
    return _kept.of(language)


def _read(language: str) -> tuple[str, ...]:
    texts = ReleasedQuery.objects.filter(language=language).order_by("text", "pk")
    return tuple(texts.values_list("text", flat=True))


_kept = Kept(_read)
