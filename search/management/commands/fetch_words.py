"""Brings the words of the search server's index onto this machine."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.engines import EngineFailedError, NoIndexError
from search.engines.elasticsearch import elasticsearch_engine


class Command(BaseCommand):
    help = "Bring the words of the search server's index here (each worker does it by itself)."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        outcome = _fetch()
        if verbosity:
            self.stdout.write(outcome)


def _fetch() -> str:
    """Return what was fetched, or why nothing was.

    Readers are answered as well without, by the words of this machine's own index.
    """
    server = elasticsearch_engine()
    if server is None:
        return "This site has no search server."
    try:
        return f"generation={server.fetch_words().name}"
    except (EngineFailedError, NoIndexError) as error:
        return f"The search server has no words to give: {error}"
