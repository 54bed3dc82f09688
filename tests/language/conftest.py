"""Dictionaries are compiled once on a host, for all tests that follow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import override_settings
from platformdirs import user_cache_dir

from services.language import analysis, lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _dictionaries() -> Iterator[None]:
    with override_settings(LANGUAGE_DICTIONARY_DIR=Path(user_cache_dir("portolan-tests"))):
        analysis.forget()
        lemmas.build_dictionaries(["nl", "en", "de"])
        yield
    analysis.forget()
