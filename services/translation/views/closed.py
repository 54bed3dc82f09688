"""The addresses of wagtail-localize that would bypass the review: they explain and lead back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def alias(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return _refuse(
        request,
        _("A translation is not turned into an alias: readers would get another language."),
    )


def stop(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return _refuse(
        request,
        _("A translation is not stopped: its text would go live without a review. Unpublish it."),
    )


def synchronise(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return _refuse(
        request,
        _("There is nothing to synchronise: translators see what changed once it is published."),
    )


def machine(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return _refuse(request, _("There is no machine translation."))


def _refuse(request: HttpRequest, message: str) -> HttpResponse:
    messages.error(request, message)
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
