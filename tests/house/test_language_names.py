"""A site can have any of the official languages of the Union."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import get_language_from_path

from config.language_names import named_languages
from services.language.recipes import RECIPES


@pytest.mark.parametrize("language", sorted(RECIPES))
def test_an_official_language_has_a_name_and_addresses(language: str, settings: Any) -> None:
    settings.LANGUAGES = named_languages([language, "en"])

    assert settings.LANGUAGES[0][1].strip()
    assert get_language_from_path(f"/{language}/") == language


def test_maltese_is_called_as_its_speakers_do() -> None:
    assert named_languages(["mt"]) == [("mt", "Malti")]


@pytest.mark.parametrize(("codes", "named"), [(["en", "xx", "yy"], "xx, yy"), ([], "LANGUAGES")])
def test_an_unknown_language_is_named(codes: list[str], named: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=named):
        named_languages(codes)
