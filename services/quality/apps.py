from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QualityConfig(AppConfig):
    name = "services.quality"
    label = "quality"
    verbose_name = _("quality")

    def ready(self) -> None:
        from services.models.publication import register_gate
        from services.quality import gate

        register_gate(gate.complete_by_law)
        register_gate(gate.authority_is_no_part_of_itself)
        register_gate(gate.authority_of_live_services_stays)
