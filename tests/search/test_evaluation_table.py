"""What was measured is written down as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command

from search.evaluation.table import as_markdown

if TYPE_CHECKING:
    from pathlib import Path

FOUND = {"hit@1": 0.5, "hit@5": 1.0, "ndcg@10": 0.75, "mrr": 0.6, "zero": 0.0}
REPORT = {
    "n": 4,
    "split": "held-out",
    "overall": FOUND,
    "languages": {"nl": FOUND},
    "categories": {"typo": FOUND},
}


def test_each_language_and_kind_has_a_line() -> None:
    table = as_markdown({"embedded": REPORT, "plain": REPORT})

    assert "| nl | 0.500 | 1.000 | 0.750 | 0.000 | 0.500 | 1.000 | 0.750 | 0.000 |" in table
    assert "| typo | 0.500" in table
    assert "4 queries (held-out)." in table


def test_the_command_writes_the_table(tmp_path: Path) -> None:
    target = tmp_path / "table.md"

    call_command("evaluate_search", "--language=nl", "--split=tuning", f"--write={target}")

    table = target.read_text(encoding="utf-8")
    assert "| nl |" in table
    assert "| language | embedded hit@1 |" in table
    assert "| plain zero |" in table
    assert "elasticsearch zero" not in table


@pytest.mark.elasticsearch
def test_a_server_is_compared_where_there_is_one(
    settings: Any, search_url: str, index_prefix: str, tmp_path: Path
) -> None:
    settings.SEARCH_URL, settings.SEARCH_INDEX_PREFIX = search_url, index_prefix
    target = tmp_path / "table.md"

    call_command("evaluate_search", "--language=nl", "--split=tuning", f"--write={target}")

    assert "| embedded zero | elasticsearch hit@1 |" in target.read_text(encoding="utf-8")
