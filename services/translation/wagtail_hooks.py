"""Where translation stands in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import include, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from services.models.publication import PublishedContent
from services.translation import urls
from services.translation.addresses import request_url
from services.translation.requesting import languages_to_request
from services.translation.views.editor import route_to_editor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponseBase
    from django.urls import URLPattern, URLResolver


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    return [
        path("translations/", include((urls.own, "translation"))),
        path("localize/", include((urls.replaced, "wagtail_localize"))),
    ]


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def before_edit(request: HttpRequest, obj: Any) -> HttpResponseBase | None:
    specific = getattr(obj, "specific", obj)
    if isinstance(specific, PublishedContent):
        return route_to_editor(request, specific)
    return None


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def page_buttons(
    page: Any, user: Any, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    yield from _translate_button(page.specific, user)


@hooks.register("register_snippet_listing_buttons")
def snippet_buttons(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    yield from _translate_button(snippet, user)


def _translate_button(obj: Any, user: Any) -> Iterator[Button]:
    if not isinstance(obj, PublishedContent) or not obj.is_source or not obj.live:
        return
    if languages_to_request(user, obj).exists():
        yield Button(
            _("Translate"),
            request_url(obj),
            attrs={"aria-label": _("Translate “%(title)s”") % {"title": obj}},
            icon_name="wagtail-localize-language",
            priority=60,
        )
