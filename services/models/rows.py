"""What all rows of a service have in common: words that are translated beside facts."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import TranslatableField

TEXT_FEATURES = ["bold", "ol", "ul", "link"]


class Row(TranslatableMixin, Orderable):
    """One row of a service: the source page's facts, each language's words.

    ``word_fields`` are translated, ``fact_fields`` never. The rows that readers see are those of
    the live source page; the words come from the translation's row with the same translation key.
    """

    word_fields: ClassVar[tuple[str, ...]] = ()
    fact_fields: ClassVar[tuple[str, ...]] = ()

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering: ClassVar[list[str]] = ["sort_order"]


def words(*names: str) -> list[Any]:
    """The wagtail-localize fields of a model whose named fields are words."""
    return [TranslatableField(name) for name in names]
