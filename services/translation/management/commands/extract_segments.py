"""Extracts every live source again whose translation was asked for, where it differs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from wagtail_localize.models import TranslationSource

from services.translation.extraction import extract


class Command(BaseCommand):
    help = "Bring what translators see in step with the live sources."

    def handle(self, *args: Any, **options: Any) -> None:
        checked = changed = 0
        for extracted in TranslationSource.objects.order_by("pk").iterator():
            model = extracted.specific_content_type.model_class()
            source = model._base_manager.filter(
                translation_key=extracted.object_id, locale_id=extracted.locale_id, live=True
            ).first()
            if source is not None:
                checked += 1
                changed += extract(source)
        self.stdout.write(
            _("sources=%(checked)d extracted=%(changed)d")
            % {"checked": checked, "changed": changed}
        )
