"""Works through the background tasks until it is told to stop."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string

from config.tasks.working import PersistentWorker

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    help = "Run background tasks and scheduled commands; Ctrl-C ends it after the current task."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="End when no task is ready.")
        parser.add_argument(
            "--interval",
            type=float,
            default=0.5,
            help="Seconds between two looks at the queue, and until an idle worker ends.",
        )

    def handle(self, *args: Any, batch: bool, interval: float, **options: Any) -> None:
        worker_id = f"{socket.gethostname()[:40]}-{os.getpid()}-{get_random_string(8)}"
        worker = PersistentWorker(worker_id=worker_id, interval=interval, batch=batch)
        worker.configure_signals()
        worker.run()
