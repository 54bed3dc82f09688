"""What the words of three languages take in memory has a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.language import analysis
from tests.bench.memory import LIMITS, grown_with

if TYPE_CHECKING:
    import pytest


def test_three_languages_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.test")
    languages, limit = LIMITS[0]
    assert languages
    analysis.prepare(languages)

    assert 0 < grown_with(languages) <= limit
