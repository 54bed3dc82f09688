"""In which language is a request answered, and where does an address without one lead?

Django adds a language to every address that leads nowhere. What an address of ours has answered
with "not found" has nowhere else to lead: an unknown identifier, a page of the admin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

NOT_FOUND = 404


class LanguageMiddleware(LocaleMiddleware):
    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code == NOT_FOUND and request.resolver_match is not None:
            response.headers.setdefault("Content-Language", get_language() or "")
            return response
        return super().process_response(request, response)
