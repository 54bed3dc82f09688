"""What was imported: enough to tell an equal line, and a page that was edited since."""

from __future__ import annotations

from django.db import models


class ImportRecord(models.Model):
    """The line from which an object was last imported, and the revisions that this made.

    ``digest`` is the SHA-256 of the line; ``revisions`` gives the latest revision's id by language.
    """

    identifier = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64)
    revisions = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.identifier)
