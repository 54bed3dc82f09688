from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = _("home")

    def ready(self) -> None:
        from home import signal_handlers  # noqa: F401
        from home.line_types import register_own_line_types

        register_own_line_types()
