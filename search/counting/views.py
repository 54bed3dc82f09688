"""Hears which result of a search was chosen.

Browsers send it as the reader leaves (`sendBeacon`), and nobody waits for the answer: it is always
an empty one, whatever was sent. No cookie is read, no address kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from django.http import HttpResponse, UnreadablePostError
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.counting.events import is_by_a_reader, note_click

if TYPE_CHECKING:
    from django.http import HttpRequest

# A question of 200 signs, each of up to four bytes, each byte written as three letters, and more.
LARGEST_BODY = 4_096
FIELDS = ("q", "position", "page")


@csrf_exempt
@require_POST
@never_cache
def click(request: HttpRequest) -> HttpResponse:
    """Note a choice; what says too much, too little or nonsense is dropped."""
    values = _values(request)
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    if all(values) and is_ours and is_by_a_reader(request):
        note_click(get_language() or "", *values)
    return HttpResponse(status=204)


def _values(request: HttpRequest) -> list[str]:
    """Read the fields by hand: Django's forms would read files and megabytes, too."""
    fields = parse_qs(_body(request), errors="replace", separator="&")
    return [fields.get(name, [""])[0] for name in FIELDS]


def _body(request: HttpRequest) -> str:
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isascii() or not length.isdigit() or int(length[:9]) > LARGEST_BODY:
        return ""
    try:
        return request.read(LARGEST_BODY).decode("ascii", errors="replace")
    except UnreadablePostError:
        return ""
