"""The project's top level is fixed, and `site/` and `locale/` hide no module of Python's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"docs", "home", "locale", "search", "services", "site", "tests", ".ci"}
FILES = {
    ".env.example",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Dockerfile",
    "LICENSE",
    "Makefile",
    "README.md",
    "compose.yaml",
    "gunicorn.conf.py",
    "manage.py",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
}
MADE_BY_A_RUN = {".env", ".git", ".venv", "__pycache__", "htmlcov", "test-results", "var"}
MADE_BY_TOOLS = ("_cache", ".hypothesis", ".sqlite3", ".sqlite3-shm", ".sqlite3-wal")
NESTED = ("quality", "translation", "feedback", "gateway", "feed")


def is_made_by_a_run(path: Path) -> bool:
    return path.name in MADE_BY_A_RUN or path.name.endswith(MADE_BY_TOOLS)


def test_top_level_holds_only_what_belongs_there() -> None:
    present = {path.name for path in ROOT.iterdir() if not is_made_by_a_run(path)}

    assert present <= FOLDERS | FILES


@pytest.mark.parametrize("name", sorted(FOLDERS - {".ci", "docs"}))
def test_folder_is_there(name: str) -> None:
    assert (ROOT / name).is_dir()


@pytest.mark.parametrize("name", ["site", "locale"])
def test_folder_named_like_a_module_of_python_is_no_package(name: str) -> None:
    assert not (ROOT / name / "__init__.py").exists()


@pytest.mark.parametrize("name", ["site", "locale"])
def test_module_of_python_wins_over_the_folder(name: str) -> None:
    code = f"import {name}; print({name}.__file__)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert str(ROOT / name) not in result.stdout


@pytest.mark.parametrize("label", NESTED)
def test_nested_app_has_a_label_of_its_own(label: str) -> None:
    assert apps.get_app_config(label).name == f"services.{label}"


def test_no_module_is_named_for_nothing() -> None:
    forbidden = {"utils.py", "helpers.py", "common.py", "core.py", "misc.py", "services.py"}
    ours = [
        path
        for folder in ("site/config", "home", "search", "services")
        for path in (ROOT / folder).rglob("*.py")
    ]

    assert not [path for path in ours if path.name in forbidden]


def test_decision_records_stay_short() -> None:
    records = (ROOT / "docs" / "decisions").glob("*.md")

    assert not [path for path in records if len(path.read_text().splitlines()) > 60]
