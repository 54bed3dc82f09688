"""Compares the search index with the database, and repairs what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import EngineFailedError, WriterBusyError
from search.engines.chosen import NAMES, engines, engines_named
from search.reconciling import reconcile

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from search.engines import Engine


class Command(BaseCommand):
    help = "Compare the search index with the database, and repair what differs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--engine", choices=NAMES, help="Only this index. Without it: all.")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["engine"]
        chosen = engines_named(name) if name else engines()
        if not chosen:
            raise CommandError(f"There is no {name} here: set SEARCH_URL.")
        for engine in chosen:
            self._reconcile(engine)

    def _reconcile(self, engine: Engine) -> None:
        try:
            found = reconcile(engine)
        except EngineFailedError as error:
            raise CommandError(f"{engine.name} does not answer: {error}") from error
        except WriterBusyError as error:
            raise CommandError(f"{engine.name} is being written elsewhere.") from error
        self.stdout.write(
            f"{engine.name}: missing={found.missing} outdated={found.outdated} "
            f"surplus={found.surplus}"
        )
