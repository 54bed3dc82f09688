from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "services.translation"
    label = "translation"
    verbose_name = _("translation")

    def ready(self) -> None:
        from services.models.publication import register_gate
        from services.translation import localize_patches, signal_handlers  # noqa: F401
        from services.translation.gate import approved_by_somebody_else, page_above_is_live

        register_gate(approved_by_somebody_else)
        register_gate(page_above_is_live)
        localize_patches.install()
