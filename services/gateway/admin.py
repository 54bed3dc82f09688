"""The administrators' list of registrations, with the titles of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from services.gateway.forms import RegistrationForm
from services.gateway.models import Registration

if TYPE_CHECKING:
    from django.db.models import QuerySet


class RegistrationIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Registration]:
        return Registration.objects.with_titles().select_related("locale")


class RegistrationViewSet(ModelViewSet):
    """Registrations in the repository for links, set by administrators."""

    model = Registration
    name = "registrations"
    icon = "globe"
    menu_label = _("Your Europe")
    menu_order = 850
    add_to_admin_menu = True
    inspect_view_enabled = False
    copy_view_enabled = False
    index_view_class = RegistrationIndexView
    default_ordering = ("-registered_on", "pk")
    list_filter = ("locale", "registered_on")
    list_display = (
        Column("page_title", label=_("Page")),
        Column("locale", label=_("Language"), sort_key="locale"),
        Column("registered_on", label=_("Registered on"), sort_key="registered_on"),
    )

    def get_form_class(self, for_update: bool = False) -> Any:
        return RegistrationForm
