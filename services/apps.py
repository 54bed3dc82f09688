from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicesConfig(AppConfig):
    name = "services"
    label = "services"
    verbose_name = _("services")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from services import publication_gate, signal_handlers  # noqa: F401
        from services.interchange.line_types import register_own_line_types
        from services.lifecycle import copying, deleting, keeping, schedule_dialogue
        from services.lifecycle import signal_handlers as lifecycle_signals  # noqa: F401
        from services.rights import installation
        from services.rights import signal_handlers as rights_signals  # noqa: F401

        publication_gate.install()
        copying.install()
        deleting.install()
        keeping.install()
        schedule_dialogue.install()
        installation.install()
        register_own_line_types()
