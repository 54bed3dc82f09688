"""How is what was measured written down for people?

As a table in Markdown: a line for each language and each kind of query, a pair of columns for each
engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MEASURES = ("hit@1", "hit@5", "ndcg@10", "zero")
HEAD = """# How good the search is

What `manage.py evaluate_search` measures on the judged queries in `search/judgements`; this file
is made by `manage.py evaluate_search --split {split} --write docs/search-quality.md`, with the
address of a search server in `SEARCH_URL` (`make elasticsearch`). **hit@1** and **hit@5**: the best
page stands first, or among the first five. **nDCG@10**: how near the first ten come to the best
order there could be. **zero**: nothing is found.

Each of 24 languages has 24 services, eight of them with queries that aim at them, among 1,000
pages of random words of the same texts. Half of the queries are held out: they were written by
people who had seen titles and summaries alone, and while the search was tuned only their figures
were seen, never the queries. Queries, texts and synonyms were written in 24 languages by the
project itself; no fluent reader has proofread them yet. **plain** knows no language (lower case,
any word, BM25): it tells how hard the set is.
"""


def as_markdown(reports: Mapping[str, dict[str, Any]]) -> str:
    """Return the table of several engines' reports of the same queries."""
    first = next(iter(reports.values()))
    lines = [HEAD.format(split=first["split"]), f"{first['n']} queries ({first['split']}).", ""]
    for title, part in (("language", "languages"), ("kind of query", "categories")):
        rows = {"all": {name: report["overall"] for name, report in reports.items()}}
        for row in first[part]:
            rows[row] = {name: report[part][row] for name, report in reports.items()}
        lines += [*_table(title, list(reports), rows), ""]
    return "\n".join(lines)


def _table(
    title: str, engines: Sequence[str], rows: Mapping[str, Mapping[str, Mapping[str, float]]]
) -> Iterator[str]:
    heads = [f"{engine} {measure}" for engine in engines for measure in MEASURES]
    yield f"| {' | '.join([title, *heads])} |"
    yield f"| {' | '.join(['---'] * (len(heads) + 1))} |"
    for name, found in rows.items():
        cells = [f"{found[engine][measure]:.3f}" for engine in engines for measure in MEASURES]
        yield f"| {' | '.join([name, *cells])} |"
