"""Makes the groups that are missing: teams, translators, administrators, search editors."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from services.rights.operations import ensure_groups


class Command(BaseCommand):
    help = "Makes the groups that are missing: teams, translators, administrators, search editors."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_groups()
