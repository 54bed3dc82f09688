"""What the search adds to Wagtail's admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.access import is_search_editor
from search.admin import SearchGroup
from search.owner_tasks.panel import OwnerTasksPanel
from search.owner_tasks.views import finish
from search.reports import urls
from search.reports.views import Falling, MostAsked, Positions, SearchReport, WithoutResults

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.urls import URLResolver
    from wagtail.admin.ui.components import Component


class ReportMenuItem(MenuItem):
    """An entry of the menu of reports that search editors see."""

    def __init__(self, report: type[SearchReport], order: int) -> None:
        address = reverse(report.index_url_name)
        super().__init__(
            report.page_title,
            address,
            name=report.index_url_name.replace(":", "-"),
            icon_name=report.header_icon,
            order=order,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return is_search_editor(request.user)


@hooks.register("register_admin_viewset")
def register_search() -> SearchGroup:
    return SearchGroup()


@hooks.register("register_admin_urls")
def register_reports() -> list[URLResolver]:
    tasks = [path("<int:pk>/done/", finish, name="finish")]
    return [
        path("reports/search/", include(urls)),
        path("search-tasks/", include((tasks, "search_tasks"))),
    ]


@hooks.register("construct_homepage_panels")
def add_owner_tasks(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(OwnerTasksPanel())


@hooks.register("register_reports_menu_item")
def questions_item() -> ReportMenuItem:
    return ReportMenuItem(MostAsked, 100)


@hooks.register("register_reports_menu_item")
def nothing_found_item() -> ReportMenuItem:
    return ReportMenuItem(WithoutResults, 110)


@hooks.register("register_reports_menu_item")
def positions_item() -> ReportMenuItem:
    return ReportMenuItem(Positions, 120)


@hooks.register("register_reports_menu_item")
def falling_item() -> ReportMenuItem:
    return ReportMenuItem(Falling, 130)
