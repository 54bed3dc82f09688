"""Publishes what is due and unpublishes what has expired; takes the place of Wagtail's command."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from services.lifecycle.scheduled import publish_due, unpublish_expired


class Command(WagtailCommand):
    help = "Publishes what is due and unpublishes what has expired, translations included."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        now = timezone.now()
        expired = unpublish_expired(at=now)
        published, refused = publish_due(at=now)
        if expired or published or refused:
            self.stdout.write(f"expired={expired} published={published} refused={refused}")
