"""In which language is a preview shown? In that of what is previewed, whoever looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import translation

if TYPE_CHECKING:
    from django.http import HttpRequest


class PreviewedInOwnLanguage:
    """A page or snippet whose preview speaks its own language.

    Wagtail asks the preview's address for the language; snippets and new pages have none.
    """

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        with translation.override(self.locale.language_code):  # type: ignore[attr-defined]  # Mixed in.
            response = super().serve_preview(request, mode_name)  # type: ignore[misc]  # As above.
            return response.render() if hasattr(response, "render") else response
