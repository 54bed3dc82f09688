"""What every public template knows about the frame around its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from home.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

PARTS = (
    "site_name",
    "tagline",
    "home_url",
    "search_url",
    "suggest_url",
    "description",
    "canonical_url",
    "alternates",
    "x_default_url",
    "languages",
    "main_navigation",
    "breadcrumbs",
    "contact_pages",
    "footer_columns",
)


def frame(request: HttpRequest) -> dict[str, Callable[[], Any]]:
    """The parts as functions, which templates call; so none is computed that none asks for.

    The admin's templates have variables of the same names.
    """
    if request.path.startswith(reverse("wagtailadmin_home")):
        return {}
    own = Frame(request)
    return {name: _part(own, name) for name in PARTS}


def _part(own: Frame, name: str) -> Callable[[], Any]:
    return lambda: getattr(own, name)
