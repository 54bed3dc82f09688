"""In which fields does an Elasticsearch index keep a document?

The same as in the embedded index: texts come as terms parted by spaces, which the server neither
analyses nor keeps the places of. `record` is the document itself, for showing; it and `version`
are kept and not searched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from search.documents import facet_field, facet_values, record_json, title_order, version_of
from search.engines.embedded_schema import ANALYSIS_RECIPE, KEPT
from search.indexing import TERM_FIELDS
from search.query import FACETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.indexing import Entry

INDEX_RECIPE = {"schema": 4, **ANALYSIS_RECIPE}
SETTINGS = {
    "number_of_shards": 1,  # With more, each would rank by its own statistics.
    "auto_expand_replicas": "0-1",
    "refresh_interval": -1,  # What is written is seen when the writer says so.
    "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}},  # As tantivy has them.
}
OPTIONS = {"basic": "docs", "freq": "freqs", "position": "positions"}  # As tantivy calls them.
VALUE = {"type": "keyword"}
SHOWN = ("id", "version", "record")


def mappings(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an index, with what is noted about the index itself."""
    return {
        "dynamic": "strict",
        "_meta": dict(meta),
        # The terms can be made again, and would double what the server keeps.
        "_source": {"includes": [*SHOWN, "record.*"]},
        "properties": {
            **{name: _terms(name) for name in TERM_FIELDS},
            **dict.fromkeys(("id", "title_order", *map(facet_field, FACETS)), VALUE),
            "version": {**VALUE, "index": False},
            "record": {"type": "object", "enabled": False},
        },
    }


def stored(entry: Entry) -> dict[str, Any]:
    """Return an entry as Elasticsearch keeps it."""
    document = entry.document
    record = record_json(document)
    return {
        **{name: terms for name, terms in entry.terms.items() if name in TERM_FIELDS},
        **{facet_field(name): list(each) for name, each in facet_values(document).items()},
        "title_order": title_order(document),
        "id": document.id,
        "version": version_of(document, record),
        "record": orjson.Fragment(record),
    }


def _terms(name: str) -> dict[str, Any]:
    options = OPTIONS[KEPT.get(name, "basic")]
    return {"type": "text", "analyzer": "whitespace", "index_options": options}
