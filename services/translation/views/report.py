"""The list of translations: to each person those of their languages and of their own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from wagtail.permissions import page_permission_policy
from wagtail_localize.views.report import TranslationsReportView

from services.rights.translators import locales_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail_localize.models import Translation


class TranslationsReport(TranslationsReportView):
    results_template_name = "translation/report_results.html"

    def get_queryset(self) -> QuerySet[Translation]:
        return (
            super()
            .get_queryset()
            .filter(_visible_to(self.request.user))
            .select_related("source__locale", "source__specific_content_type", "target_locale")
            .order_by("source__object_repr", "pk")
        )


def _visible_to(user: Any) -> Q:
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return Q(target_locale__in=locales_of(user)) | Q(
        source__object_id__in=pages.values("translation_key")
    )
