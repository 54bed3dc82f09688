"""Who sets the dates of registration: administrators, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies.base import BasePermissionPolicy

from services.rights.administrators import ADMINISTRATORS, is_administrator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


class AdministratorsPolicy(BasePermissionPolicy):
    """Permissions that a group was given for the model count for nothing."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return is_administrator(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet:
        people = get_user_model()._default_manager.filter(is_active=True)
        return people.filter(Q(is_superuser=True) | Q(groups__name=ADMINISTRATORS)).distinct()
