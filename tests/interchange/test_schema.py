"""Does the documented schema say what the import checks, and does the demo obey it?"""

from __future__ import annotations

import json
from pathlib import Path

from services.interchange.checking import faults_of, read_file
from services.interchange.demo import DEMO
from services.interchange.schema import schema

DOCUMENTED = Path(__file__).parents[2] / "docs" / "interchange.schema.json"


def test_documented_schema_is_the_one_that_is_checked() -> None:
    assert json.loads(DOCUMENTED.read_text(encoding="utf-8")) == schema()


def test_demo_is_without_fault() -> None:
    assert [fault for line in read_file(DEMO) for fault in faults_of(line)] == []
