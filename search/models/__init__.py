from __future__ import annotations

from search.models.best_bets import BestBet
from search.models.counts import AskedQuery, ClickDay, CountingKey, FoldedSpool, QueryDay
from search.models.outbox import OutboxConsumer, OutboxEntry
from search.models.owner_tasks import OwnerTask
from search.models.released_queries import ReleasedQuery
from search.models.synonyms import Synonym

__all__ = [
    "AskedQuery",
    "BestBet",
    "ClickDay",
    "CountingKey",
    "FoldedSpool",
    "OutboxConsumer",
    "OutboxEntry",
    "OwnerTask",
    "QueryDay",
    "ReleasedQuery",
    "Synonym",
]
