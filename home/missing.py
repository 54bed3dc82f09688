"""What answers for an address that leads nowhere?

Some such addresses are well-formed ones of a list; nobody shall take them for its pages.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views import defaults

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Let the frame know that there is nothing in any language."""
    request.__dict__["_is_missing"] = True
    return defaults.page_not_found(request, exception)


def gone(request: HttpRequest) -> HttpResponse:
    """What was at the address was deleted (410)."""
    request.__dict__["_is_missing"] = True
    return render(request, "410.html", status=HTTPStatus.GONE)


def is_missing(request: HttpRequest) -> bool:
    return bool(request.__dict__.get("_is_missing"))
