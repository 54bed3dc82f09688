from __future__ import annotations

from search.models.outbox import OutboxConsumer, OutboxEntry
from search.models.synonyms import Synonym

__all__ = ["OutboxConsumer", "OutboxEntry", "Synonym"]
