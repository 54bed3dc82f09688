"""What do search editors ask of me? It stands on the first page of the admin."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component

from search.models import OwnerTask

MOST_SHOWN = 20


class OwnerTasksPanel(Component):
    """The open tasks at pages that the user may change, the oldest first."""

    name = "search_tasks"
    template_name = "search/owner_tasks/panel.html"
    order = 150

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        tasks = OwnerTask.objects.open().of(request.user).select_related("page__locale")
        return {
            "tasks": tasks.order_by("made_at", "pk")[:MOST_SHOWN],
            "csrf_token": parent_context["csrf_token"],
        }
