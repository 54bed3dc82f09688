"""What do readers get when something of ours fails?

Neither database nor frame is asked, for either may be what failed: the page knows the settings and
the language of the address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def failed(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault (500), and offer the search."""
    language = get_language() or ""
    if language not in dict(settings.LANGUAGES):  # The admin speaks others, too.
        language = settings.LANGUAGE_CODE
    context = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_theme": settings.SITE_THEME,
        "home_url": f"/{language}/",
    }
    return HttpResponseServerError(render_to_string("500.html", context))
