from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from search import checks, signal_handlers  # noqa: F401
        from search.access import SearchEditorsPolicy, ensure_search_editors
        from search.models import AskedQuery, BestBet, OwnerTask, ReleasedQuery, Synonym
        from services.rights.operations import FURTHER_GROUPS

        for model in (AskedQuery, BestBet, OwnerTask, ReleasedQuery, Synonym):
            register_permission_policy(model, SearchEditorsPolicy(model))
        FURTHER_GROUPS.append(ensure_search_editors)
