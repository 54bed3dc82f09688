"""What must never stand in the sources of the public site's pages and styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.frontend import gallery

if TYPE_CHECKING:
    from pathlib import Path

ROOT = gallery.HERE.parents[1]
COMPONENTS = ROOT / "site" / "templates" / "components"
ADMIN = re.compile(r"/admin/|/wagtailadmin/")

TEMPLATES = sorted(
    path
    for folder in (ROOT / "site" / "templates", ROOT / "home", ROOT / "services", ROOT / "search")
    for path in folder.rglob("*.html")
)
PUBLIC_TEMPLATES = [path for path in TEMPLATES if not ADMIN.search(path.as_posix())]
PAGE_TEMPLATES = [path for path in PUBLIC_TEMPLATES if COMPONENTS not in path.parents]
COMPONENT_TEMPLATES = sorted(COMPONENTS.glob("*.html"))
STYLES = sorted((ROOT / "site" / "frontend" / "src").rglob("*.css"))

DESIGN_SYSTEM_CLASS = re.compile(r"\bds-[a-z]")
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.IGNORECASE
)
PHYSICAL = re.compile(
    r"(?<![\w-])(?:"
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"|(?:min-|max-)?(?:width|height)|left|right|top|bottom"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r")\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
MEDIA_QUERY = re.compile(r"@media[^{]*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGE_TEMPLATES, ids=name)
def test_only_components_name_classes_of_the_design_system(path: Path) -> None:
    assert DESIGN_SYSTEM_CLASS.findall(path.read_text()) == []


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=name)
def test_public_templates_hold_no_inline_style_or_script(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", PUBLIC_TEMPLATES, ids=name)
def test_a_component_gets_what_it_needs_and_nothing_else(path: Path) -> None:
    includes = re.findall(r'{% include "components/[^%]*%}', path.read_text())

    assert [tag for tag in includes if not tag.endswith(" only %}")] == []


@pytest.mark.parametrize("path", COMPONENT_TEMPLATES, ids=name)
def test_component_begins_with_what_it_is_and_expects(path: Path) -> None:
    assert path.read_text().startswith(("{#", "{% comment %}"))


@pytest.mark.parametrize("path", COMPONENT_TEMPLATES, ids=name)
def test_component_is_shown_in_the_gallery(path: Path) -> None:
    users = [*PUBLIC_TEMPLATES, *(gallery.HERE / "templates").glob("*.html")]

    assert any(f'"components/{path.name}"' in user.read_text() for user in users)


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_styles_know_no_left_and_right(path: Path) -> None:
    rules = MEDIA_QUERY.sub("", COMMENT.sub("", path.read_text()))

    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_colours_come_from_the_theme(path: Path) -> None:
    rules = COMMENT.sub("", path.read_text())

    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*[;}])", rules, re.IGNORECASE) == []
