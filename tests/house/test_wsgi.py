"""What the web server loads before it parts into processes."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def test_all_that_answers_is_loaded_and_no_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, bool]] = []

    def note(step: str) -> None:
        done.append((step, "config.urls" in sys.modules))

    monkeypatch.setattr(gc, "collect", lambda: note("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: note("freeze"))
    for name in ("config.wsgi", "config.urls"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    import_module("config.wsgi")

    assert done == [("collect", True), ("freeze", True)]
