"""What the web server loads before it parts into processes."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def test_all_that_answers_is_loaded_and_no_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[set[str]] = []
    monkeypatch.setattr(gc, "freeze", lambda: loaded.append({*sys.modules}))
    monkeypatch.delitem(sys.modules, "config.wsgi", raising=False)

    import_module("config.wsgi")

    assert len(loaded) == 1
    assert {"config.urls", "search.views", "wagtail.admin.urls"} <= loaded[0]
