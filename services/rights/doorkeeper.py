"""Lets nobody pass to an address of the admin that is about what is another team's.

Wagtail asks for rights in each of its views, and now and then a view forgets to: of its advisories
of 2026 most were a secondary view (history, comparison, copy, preview, chooser) without a check of
the object. So it is checked here, once, for every address that names an object, before any view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, WorkflowMixin
from wagtail.permissions import policy_registry

from services.rights.addresses import BULK, Use, Visit, all_listed, visits
from services.rights.choosing import may_choose
from services.rights.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase
    from django.urls import ResolverMatch

# They show titles of everything: the logs of all snippets, the page last edited of each type.
FOR_ADMINISTRATORS = frozenset(
    {
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:site_history_results",
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_results",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:workflow_tasks_results",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
        "wagtail_localize:snippets_api_listing",
    }
)


class Doorkeeper:
    """Middleware; an address outside the admin costs it the comparison of two texts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not request.user.is_authenticated or standing_of(request.user).administers:
            return None
        if may_enter(match, request):
            return None
        return permission_denied(request)


def may_enter(match: ResolverMatch, request: HttpRequest) -> bool:
    """Whether the user may do what the address is for with all that it names."""
    if match.view_name in FOR_ADMINISTRATORS:
        return False
    if match.view_name == BULK and "all" in request.GET.getlist("id"):
        return _narrow_to_own(match, request)
    return all(_may_pay(visit, request.user) for visit in visits(match, request))


def may_see_menu_item(user: Any, url: str) -> bool:
    """Whether the menu of reports shows an entry: not if it would lead to a closed door."""
    try:
        name = resolve(urlsplit(url).path).view_name
    except Resolver404:
        return True
    return name not in FOR_ADMINISTRATORS or standing_of(user).administers


def _may_pay(visit: Visit, user: Any) -> bool:
    if visit.obj is None:  # Whether there is such an object is nobody's business either.
        return False
    if visit.use == Use.CHOOSE:
        return may_choose(user, visit.obj)
    if visit.use == Use.EXPLORE:
        pages = policy_registry.get_by_type(Page).explorable_instances(user)
        return pages.filter(pk=visit.obj.pk).exists()
    if visit.use == Use.ASK and getattr(visit.obj, "live", False):
        return True
    return may_open(user, visit.obj, visit.action)


def may_open(user: Any, obj: Any, action: str = "change") -> bool:
    """Whether the user may see more of an object than the public does."""
    if isinstance(obj, Page):
        rights = obj.permissions_for_user(user)
        return rights.can_edit() or rights.can_publish()
    policy = policy_registry.get(obj)
    if policy.user_has_permission_for_instance(user, action, obj):
        return True
    task = obj.current_workflow_task if isinstance(obj, WorkflowMixin) else None
    return bool(task and action == "change" and task.user_can_access_editor(obj, user))


def _narrow_to_own(match: ResolverMatch, request: HttpRequest) -> bool:
    """“All” in a bulk action are all that the user may open: of the rest it would show titles."""
    own = [obj.pk for obj in all_listed(match, request) if may_open(request.user, obj)]
    query = request.GET.copy()
    query.setlist("id", [str(key) for key in own])
    request.GET = query  # type: ignore[assignment]  # as immutable as the one it replaces
    query._mutable = False
    return bool(own)
