"""In which fields does the embedded index keep a document?

Texts come as terms parted by spaces, which tantivy does not analyse; see `search.indexing`. How
often a term stands in a field is kept where it counts, and its places where phrases are looked for.
`record` is the document itself, for showing; it and its `version` are kept and not searched.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import orjson
import tantivy

from search.documents import facet_field, facet_values, record_json, title_order, version_of
from search.indexing import GRAMS, STARTS, TERM_FIELDS, WORDS, WRITTEN
from search.query import FACETS
from services.language.analysis import ANALYSIS_VERSION

if TYPE_CHECKING:
    from search.indexing import Entry

KEPT = {WORDS: "freq", GRAMS: "freq", WRITTEN: "position"}

# An index of another schema cannot be read. One that differs otherwise answers, and is due to be
# built anew; nothing is written into it, since it would then hold the work of two analyses.
ANALYSIS_RECIPE = {
    "analysis": ANALYSIS_VERSION,
    "simplemma": version("simplemma"),
    "PyStemmer": version("PyStemmer"),
    "ICU": version("pyicu-wheels"),
}
INDEX_RECIPE = {"schema": 8, "tantivy": version("tantivy"), **ANALYSIS_RECIPE}


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """Return the fields of an index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in (*TERM_FIELDS, STARTS):
        kept = KEPT.get(name, "basic")
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=kept)
    for name in (*map(facet_field, FACETS), "title_order"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("version", "record"):
        builder.add_bytes_field(name, stored=True, indexed=False)
    return builder.build()


def stored(entry: Entry) -> tantivy.Document:
    """Return an entry as tantivy keeps it."""
    document = entry.document
    kept = tantivy.Document()
    kept.add_text("id", document.id)
    kept.add_text("title_order", title_order(document))
    for name, terms in entry.terms.items():
        kept.add_text(name, terms)
    for name, values in facet_values(document).items():
        for value in values:
            kept.add_text(facet_field(name), value)
    record = record_json(document)
    kept.add_bytes("version", version_of(document, record).encode())
    kept.add_bytes("record", record)
    return kept


def record_of(entry: Any) -> dict[str, Any]:
    """Read back what `stored` kept of a document."""
    return dict(orjson.loads(bytes(entry.get_first("record"))))


def version_in(entry: Any) -> str:
    """Read back which version of a document `stored` kept."""
    return bytes(entry.get_first("version")).decode()
