"""The interchange carries the front page and the standard pages."""

from __future__ import annotations

from typing import Any

from home.models import HomePage, StandardPage
from services.interchange.line_types import line_type


def test_front_page_and_standard_pages_are_known_to_the_interchange() -> None:
    front_page: Any = line_type("home_page")
    standard_page: Any = line_type("standard_page")

    assert front_page.kinds == {"": HomePage}
    assert standard_page.kinds == {"": StandardPage}
    assert standard_page.parent == "home_page"
