"""Which lines of the interchange carry the front pages and the standard pages?"""

from __future__ import annotations

from home.models import HomePage, StandardPage
from services.interchange.line_types import LineType, register_line_type


def register_own_line_types() -> None:
    """The front page comes before the pages that stand below it."""
    front_page = LineType("home_page", 40, {"": HomePage}, parent="root", late=("top_tasks",))
    register_line_type(front_page)
    register_line_type(LineType("standard_page", 45, {"": StandardPage}, parent="home_page"))
