"""Prints the JSON Schema of the interchange format."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from services.interchange.schema import schema


class Command(BaseCommand):
    help = "Print the JSON Schema of one line; docs/interchange.schema.json keeps it."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True))
