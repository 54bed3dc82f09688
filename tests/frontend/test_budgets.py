"""How much a reader's first view of a page may weigh, compressed."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.frontend import gallery

DIST = gallery.STATIC / "dist"
FONT = DIST / "fonts" / "source-sans-3-latin-wght-normal.woff2"
KIB = 1024


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def weights(pattern: str) -> int:
    return sum(weight(path.read_bytes()) for path in DIST.glob(pattern))


@pytest.mark.parametrize(("pattern", "budget"), [("*.css", 30 * KIB), ("*.js", 10 * KIB)])
def test_styles_and_scripts_keep_their_budget(pattern: str, budget: int) -> None:
    assert 0 < weights(pattern) <= budget


def test_first_view_of_a_service_page_keeps_its_budget() -> None:
    html = weight(gallery.render("service").encode())

    total = html + weights("*.css") + weights("*.js") + FONT.stat().st_size

    assert total <= 60 * KIB


def test_exactly_one_font_is_preloaded() -> None:
    preloaded = re.findall(r'<link rel="preload" href="([^"]+)"', gallery.render("service"))

    assert preloaded == [f"/static/dist/fonts/{FONT.name}"]


def test_page_without_suggestions_loads_no_script() -> None:
    assert "<script" not in gallery.render("service")


def test_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (DIST / "fonts" / "OFL.txt").read_text().upper()
