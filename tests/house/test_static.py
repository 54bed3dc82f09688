"""Static files as they are served in public: under names of their content, and compressed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.processes import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Collect as an installation does."""
    directory = tmp_path_factory.mktemp("var")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
            "SECRET_KEY": "only-for-this-test",
            "VAR_DIR": str(directory),
        },
        check=True,
    )
    return directory / "static"


@pytest.fixture(scope="module")
def names(collected: Path) -> dict[str, str]:
    return json.loads((collected / "staticfiles.json").read_text())["paths"]


@pytest.mark.parametrize("name", ["dist/site.css", "dist/fonts.css", "dist/theme-default.css"])
def test_style_sheet_has_a_name_of_its_content(names: dict[str, str], name: str) -> None:
    assert names[name] != name


def test_style_sheet_is_there_compressed(collected: Path, names: dict[str, str]) -> None:
    assert (collected / f"{names['dist/site.css']}.gz").exists()


def test_fonts_are_referred_to_by_the_names_of_their_content(
    collected: Path, names: dict[str, str]
) -> None:
    font = names["dist/fonts/source-sans-3-latin-wght-normal.woff2"]

    assert font.rsplit("/", 1)[-1] in (collected / names["dist/fonts.css"]).read_text()
