"""What does a search server answer when something is wrong with it?

Pure functions from a question, and the answer of the real server, to the answer with the fault.
The words of refusals are those of Elasticsearch 8.19.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

PRODUCT = "X-elastic-product"  # As the server spells it.
READING = ("_search", "_msearch", "_count", "_mget", "_analyze", "_explain", "_refresh")
FAILURE = {
    "shard": 0,
    "reason": {"type": "circuit_breaking_exception", "reason": "[parent] Data too large"},
}


class Fault(StrEnum):
    """What is wrong with the server; `NONE` lets everything pass."""

    NONE = "none"
    REFUSES = "refuses"  # Nobody listens, and open connections are cut.
    BLACK_HOLE = "black hole"  # Connections are accepted, and never answered.
    SLOW = "slow"
    DRIPPING = "dripping"  # The answer comes byte by byte.
    CUT = "cut"  # The connection ends in the midst of an answer.
    BUSY = "busy"  # 429
    UNAVAILABLE = "unavailable"  # 503
    TRUNCATED = "truncated"  # JSON that ends too early.
    FAILED_SHARDS = "failed shards"
    TIMED_OUT = "timed out"
    READ_ONLY = "read-only"  # Questions are answered, changes get 403.
    OTHER_VERSION = "other version"
    OTHER_PRODUCT = "other product"  # A server that does not call itself Elasticsearch.


@dataclass(frozen=True, slots=True)
class Question:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def is_a_change(self) -> bool:
        last = self.path.partition("?")[0].rsplit("/", 1)[-1]
        return self.method not in {"GET", "HEAD"} and last not in READING


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent; a body shorter than its announced length ends with the connection."""

    status: int
    headers: dict[str, str]
    body: bytes
    missing: int = 0  # Bytes that are announced and never sent.


def refusal(fault: Fault, question: Question) -> Answer | None:
    """Return what the server answers without looking into the question; None where it looks."""
    if fault is Fault.BUSY:
        return _error(429, "es_rejected_execution_exception", "rejected execution: queue is full")
    if fault is Fault.UNAVAILABLE:
        return _error(503, "no_shard_available_action_exception", "No shard available")
    if fault is Fault.READ_ONLY and question.is_a_change:
        reason = "blocked by: [FORBIDDEN/6/cluster read-only (api)];"
        return _error(403, "cluster_block_exception", reason)
    return None


def spoil(fault: Fault, answer: Answer) -> Answer:
    """Return the real server's answer with the fault in it."""
    if fault in {Fault.TRUNCATED, Fault.CUT}:
        body = answer.body[: len(answer.body) // 2]
        missing = len(answer.body) - len(body) if fault is Fault.CUT else 0
        return replace(answer, body=body, missing=missing)
    if fault is Fault.OTHER_PRODUCT:
        kept = {name: value for name, value in answer.headers.items() if name != PRODUCT}
        return replace(answer, headers=kept)
    change = CHANGES.get(fault)
    return _with_json(answer, change) if change and answer.body else answer


def _fail_shards(found: dict[str, Any]) -> None:
    if "_shards" in found:
        total = max(found["_shards"].get("total", 1), 1)
        found["_shards"] |= {
            "total": total,
            "successful": total - 1,
            "failed": 1,
            "failures": [FAILURE],
        }


def _time_out(found: dict[str, Any]) -> None:
    if "timed_out" in found:
        found["timed_out"] = True


def _change_version(found: dict[str, Any]) -> None:
    if "version" in found and "tagline" in found:
        found["version"]["number"] = "7.10.2"


CHANGES: dict[Fault, Callable[[dict[str, Any]], None]] = {
    Fault.FAILED_SHARDS: _fail_shards,
    Fault.TIMED_OUT: _time_out,
    Fault.OTHER_VERSION: _change_version,
}


def _with_json(answer: Answer, change: Callable[[dict[str, Any]], None]) -> Answer:
    """Change an answer, and each of the answers to several searches within it."""
    found = json.loads(answer.body)
    for part in (found, *found.get("responses", ())):
        change(part)
    return replace(answer, body=json.dumps(found).encode())


def _error(status: int, kind: str, reason: str) -> Answer:
    error = {"type": kind, "reason": reason}
    body = {"error": {"root_cause": [error], **error}, "status": status}
    headers = {
        PRODUCT: "Elasticsearch",
        "Content-Type": "application/vnd.elasticsearch+json;compatible-with=8",
    }
    return Answer(status, headers, json.dumps(body).encode())
