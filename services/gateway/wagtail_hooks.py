"""What the gateway adds to Wagtail's admin."""

from __future__ import annotations

from wagtail import hooks

from services.gateway.admin import RegistrationViewSet


@hooks.register("register_admin_viewset")
def register_registrations() -> RegistrationViewSet:
    return RegistrationViewSet()
