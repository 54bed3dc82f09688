"""Gives each language that has no synonyms yet those that a site begins with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.operations import load_synonyms


class Command(BaseCommand):
    help = "Load the synonyms to begin with, in each language of the site that has none."

    def handle(self, *args: Any, **options: Any) -> None:
        for language, count in load_synonyms().items():
            self.stdout.write(f"{language}: {count} synonyms")
