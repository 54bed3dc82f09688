"""What remains of a service that is gone: its identifier, which names nothing else."""

from __future__ import annotations

from django.db import models


class DeletedService(models.Model):
    """A service that readers knew and that was deleted; its identifier answers 410 from then on."""

    translation_key = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return str(self.translation_key)
