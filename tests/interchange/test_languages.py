"""Does a language that a line leaves out stay live, without holding the others back?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from services.interchange.importing import import_file
from services.models import PolicyCode
from tests import factories
from tests.interchange.example_lines import HEADER, complete, service

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tree: factories.SiteTree, tmp_path: Path) -> Any:
    PolicyCode.objects.create(identifier="III(1)", annex="III", title_en="Points of single contact")
    path = tmp_path / "services.jsonl"

    def import_lines(lines: list[dict[str, Any]]) -> Any:
        path.write_text("".join(f"{json.dumps(line)}\n" for line in (HEADER, *lines)))
        return import_file(path)

    return import_lines


def without_english(**changes: str) -> list[dict[str, Any]]:
    """The example's lines with a service in Dutch only, whose Dutch words are changed as said."""
    fee = service()["fees"][0]
    dutch = {"nl": {**service()["words"]["nl"], **changes}}
    return complete(words=dutch, fees=[{**fee, "words": {"nl": fee["words"]["nl"]}}])


def test_language_that_a_line_leaves_out_stays_and_is_named(load: Any) -> None:
    load(complete())

    report = load(without_english())

    page = factories.AssistancePage.objects.get(locale__language_code="en")
    assert page.live
    assert [(note.line, note.field) for note in report.notes] == [(4, "words.en")]
    assert report.faults == []


def test_line_that_leaves_a_language_out_can_change_again(load: Any) -> None:
    load(complete())
    load(without_english(title="Balie"))

    report = load(without_english(title="Bureau"))

    page = factories.AssistancePage.objects.get(locale__language_code="nl")
    assert (report.counts["changed"], page.title) == (1, "Bureau")


def test_equal_line_that_leaves_a_language_out_changes_nothing(load: Any) -> None:
    load(complete())
    load(without_english())

    report = load(without_english())

    assert (report.counts["unchanged"], report.notes) == (3, [])
