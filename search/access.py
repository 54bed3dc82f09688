"""Who decides what searching finds, and sees what readers looked for?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.permission_policies.base import BasePermissionPolicy

from services.rights.administrators import ADMINISTRATORS
from services.rights.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet
    from django.http import HttpRequest

SEARCH_EDITORS = "Search editors"
_CACHE = "_is_search_editor"


def is_search_editor(user: Any) -> bool:
    """Whether the search is the user's business: of the group's members and of administrators.

    It is looked up once for each user object, and so for each request.
    """
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, _look_up(user))
    return getattr(user, _CACHE)


def may_see_explanations(request: HttpRequest) -> bool:
    """Whether who asks is signed in as an editor.

    Who has no session is not looked up: the answer would vary by cookies, and not be cached.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


def ensure_search_editors() -> Group:
    """Return the group of search editors, made where it is missing."""
    group = Group.objects.get_or_create(name=SEARCH_EDITORS)[0]
    admin = Permission.objects.filter(content_type__app_label="wagtailadmin")
    group.permissions.add(*admin.filter(codename="access_admin"))
    return group


class SearchEditorsPolicy(BasePermissionPolicy):
    """Permissions that another group was given for the model count for nothing."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return is_search_editor(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        people = get_user_model()._default_manager.filter(is_active=True)
        groups = Q(groups__name__in=[SEARCH_EDITORS, ADMINISTRATORS])
        return people.filter(Q(is_superuser=True) | groups).distinct()


def _look_up(user: Any) -> bool:
    if not user.is_active:
        return False
    is_member = user.groups.filter(name=SEARCH_EDITORS).exists()
    return is_member or standing_of(user).administers
