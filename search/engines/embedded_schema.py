"""In which fields does the embedded index keep a document?

Texts come as terms parted by spaces; tantivy neither analyses them nor keeps their places.
`record` is the document itself, for showing; it is kept and not searched.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import tantivy

from search.documents import TEXT_FIELDS, index_fields
from search.query import FACETS
from services.language.analysis import ANALYSIS_VERSION

if TYPE_CHECKING:
    from search.documents import Document

# An index of another schema cannot be read. One that differs otherwise answers, and is due to be
# built anew; nothing is written into it, since it would then hold the work of two analyses.
INDEX_RECIPE = {
    "schema": 1,
    "analysis": ANALYSIS_VERSION,
    "tantivy": version("tantivy"),
    "simplemma": version("simplemma"),
    "PyStemmer": version("PyStemmer"),
}


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """Return the fields of an index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in (*TEXT_FIELDS, "grams"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("record", stored=True, indexed=False)
    return builder.build()


def stored(document: Document) -> tantivy.Document:
    """Return a document as tantivy keeps it."""
    entry = tantivy.Document()
    entry.add_text("id", document.id)
    for name, terms in index_fields(document).items():
        entry.add_text(name, terms)
    for name, values in facet_values(document).items():
        for value in values:
            entry.add_text(name, value)
    record = json.dumps(document.as_record(), ensure_ascii=False, separators=(",", ":"))
    entry.add_bytes("record", record.encode("utf-8", "replace"))
    return entry


def facet_values(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the values by which a document is filtered and counted."""
    return {"kind": (document.kind,), "audience": document.audience}


def record_of(entry: Any) -> dict[str, Any]:
    """Read back what `stored` kept of a document."""
    return dict(json.loads(bytes(entry.get_first("record"))))
