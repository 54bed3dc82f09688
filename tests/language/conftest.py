"""Dictionaries are compiled once on a host, for all tests that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.language import analysis

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _dictionaries() -> Iterator[None]:
    analysis.prepare(["nl", "en", "de"])
    yield
    analysis.forget()
