"""Who may write the Elasticsearch index now? One at a time, on whatever host.

A lease is a document beside the indices, so it excludes all who could write them, whatever
database they use. The server tells the time: clocks of hosts may differ. Whoever dies loses the
lease when its time is up; whoever lives renews it before each writing.
"""

from __future__ import annotations

import time
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from search.engines import EngineFailedError, WriterBusyError
from search.engines.elasticsearch_server import reliably

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

SECONDS_BETWEEN_TRIES = 0.2

_TAKE = """
if (ctx._source.until > ctx._now) { ctx.op = 'none' } else {
    ctx._source.holder = params.holder;
    ctx._source.until = ctx._now + params.milliseconds;
}
"""
_KEEP = """
if (ctx._source.holder == params.holder) {
    ctx._source.until = ctx._now + params.milliseconds;
} else { ctx.op = 'none' }
"""
_GIVE_BACK = "ctx.op = ctx._source.holder == params.holder ? 'delete' : 'none'"


class Lease:
    """The right to do what nobody else may do meanwhile; taken when it is entered."""

    def __init__(
        self, client: Elasticsearch, index: str, name: str, *, seconds: float, patience: float = 0
    ) -> None:
        self._client = client.options(ignore_status=(404, 409))
        self._index = index
        self._name = name
        self._seconds = seconds
        self._patience = patience
        self._holder = uuid.uuid4().hex
        self._renewed_at = 0.0

    def __enter__(self) -> Self:
        """Take the lease, or raise `WriterBusyError` when patience (in seconds) ends."""
        deadline = time.monotonic() + self._patience
        while not self._update(_TAKE, upsert={"holder": "", "until": 0}, scripted_upsert=True):
            if time.monotonic() >= deadline:
                raise WriterBusyError(self._name)
            time.sleep(SECONDS_BETWEEN_TRIES)
        return self

    def __exit__(self, *exception: object) -> None:
        # Where the server is away by now, the lease runs out by itself.
        with suppress(EngineFailedError):
            self._update(_GIVE_BACK)

    def renew(self) -> None:
        """Keep the lease; raises `WriterBusyError` where it ran out and somebody else took it."""
        is_due = time.monotonic() - self._renewed_at > self._seconds / 4
        if is_due and not self._update(_KEEP):
            raise WriterBusyError(self._name)

    def _update(self, script: str, **options: Any) -> bool:
        """Say whether the script changed the lease; two updates at once leave one of them out."""
        began = time.monotonic()
        parameters = {"holder": self._holder, "milliseconds": int(self._seconds * 1000)}
        with reliably():
            answer = self._client.update(
                index=self._index,
                id=self._name,
                script={"source": script, "params": parameters},
                **options,
            )
            is_changed = answer.get("result") in {"created", "updated", "deleted"}
        if is_changed:
            self._renewed_at = began
        return is_changed
