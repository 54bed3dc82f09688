"""Whether this installation can answer, for load balancers and for whoever watches it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import DatabaseError
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.tasks.models import LiveWorker, QueuedTask
from search.engines.chosen import search_state

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 while pages can be served, 503 while the database is away."""
    try:
        report = _report(at=timezone.now())
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "away"}, status=503)
    return JsonResponse(report)


def _report(*, at: datetime) -> dict[str, Any]:
    waiting_since = QueuedTask.objects.waiting_since(at=at)
    return {
        "status": "ok",
        "database": "ok",
        "search": search_state(),
        "tasks": {
            "oldest_waits_seconds": int((at - waiting_since).total_seconds())
            if waiting_since
            else 0,
            "given_up": QueuedTask.objects.given_up().count(),
            "workers": LiveWorker.objects.alive(at=at).count(),
        },
    }
