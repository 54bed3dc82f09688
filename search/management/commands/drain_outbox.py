"""Brings all noted changes into the search index."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.operations import drain_outbox


class Command(BaseCommand):
    help = "Bring all noted changes into the search index (the worker does it by itself)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"entries={drain_outbox()}")
