"""Turns refusals into words, whichever view of the admin they come from.

Wagtail's views save the draft before they publish and know nothing of gates. So one place answers
for all of them: forms, bulk actions, workflows and the admin's interface for programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request

from services.lifecycle.refusals import (
    ActionRefused,
    Refusal,
    edit_url,
    refusal_heading,
    refusal_message,
)
from services.models.publication import PublicationRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

CONFLICT = 409


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PublicationRefused | ActionRefused):
            return None
        if _is_asked_by_a_program(request):
            return _as_data(exception)
        refusal_message(request, exception)
        address = _where_to_go_on(request, exception)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # The dialogue in which a workflow is approved asks in the background.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def _is_asked_by_a_program(request: HttpRequest) -> bool:
    """Wagtail's interface for programs, and forms that save themselves in the background."""
    is_interface = request.path.startswith(f"{reverse('wagtailadmin_home')}api/")
    return is_interface or not request.accepts("text/html")


def _as_data(refused: Refusal) -> JsonResponse:
    reasons = [{"message": str(reason.message), "url": reason.url} for reason in refused.reasons]
    return JsonResponse(
        {
            "success": False,
            "error_code": "refused",
            "error_message": refusal_heading(refused),
            "reasons": reasons,
        },
        status=CONFLICT,
    )


def _where_to_go_on(request: HttpRequest, refused: Refusal) -> str:
    """After a publication the form with the draft; after anything else, whence one came."""
    if isinstance(refused, PublicationRefused):
        return edit_url(refused.object)
    return get_valid_next_url_from_request(request) or edit_url(refused.object)
