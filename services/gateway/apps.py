from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GatewayConfig(AppConfig):
    name = "services.gateway"
    label = "gateway"
    verbose_name = _("gateway")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from services.gateway.access import AdministratorsPolicy
        from services.gateway.models import Registration
        from services.gateway.registrations import record_type
        from services.interchange.line_types import register_line_type

        register_permission_policy(Registration, AdministratorsPolicy(Registration))
        register_line_type(record_type())
