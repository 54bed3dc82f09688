"""What the services add to Wagtail's admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.snippets.models import register_snippet

from services import tick_boxes
from services.lifecycle import admin_hooks  # noqa: F401  # It registers itself.
from services.rights.choosing import choosable_pages
from services.rights.doorkeeper import may_see_menu_item
from services.snippets import ServicesGroup

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from wagtail.admin.menu import MenuItem

register_snippet(ServicesGroup)
tick_boxes.register()


@hooks.register("insert_global_admin_css")
def admin_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("services/admin.css"))


@hooks.register("construct_page_chooser_queryset")
def choose_own_or_public(pages: QuerySet, request: HttpRequest) -> QuerySet:
    return choosable_pages(request.user, pages)


@hooks.register("construct_reports_menu")
def hide_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if may_see_menu_item(request.user, item.url)]
