"""Counts what readers searched and chose."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.counting.folding import fold


class Command(BaseCommand):
    help = "Count what readers searched and chose (the worker does it by itself)."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        count = fold(at=timezone.now())
        if verbosity:
            self.stdout.write(f"files={count}")
