"""Which translation a request is about, and whether its user may open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.admin import messages
from wagtail_localize.models import Translation

from services.lifecycle.refusals import linked, with_list
from services.translation.requesting import may_translate

if TYPE_CHECKING:
    from django.http import HttpRequest

    from services.models.publication import Reason


def translation_for(request: HttpRequest, **lookup: Any) -> Translation:
    """The translation, if the user translates into its language."""
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), **lookup
    )
    if not may_translate(request.user, translation):
        raise PermissionDenied
    return translation


def show_reasons(request: HttpRequest, heading: str, reasons: list[Reason]) -> None:
    """Tell why something was refused, each reason with the place where it can be mended."""
    messages.error(request, with_list(heading, (linked(reason) for reason in reasons)))
