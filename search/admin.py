"""How search editors keep what helps readers to find things."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from search.models import Synonym


class PrefilledCreateView(CreateView):
    """A new one; a report leads here with what it knows already in the address."""

    def get_initial(self) -> dict[str, Any]:
        names = set(self.form_class.base_fields) & self.request.GET.keys()
        return super().get_initial() | {name: self.request.GET[name] for name in names}


class SearchViewSet(ModelViewSet):
    """Kept by search editors: `search.access` says who they are."""

    add_view_class = PrefilledCreateView
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None


class SynonymViewSet(SearchViewSet):
    model = Synonym
    name = "synonyms"
    icon = "resubmit"
    list_display: ClassVar[list] = [
        "__str__",
        Column("language_name", label=_("Language"), sort_key="language"),
        Column("get_direction_display", label=_("Direction"), sort_key="direction"),
        BooleanColumn("is_active", label=_("In use"), sort_key="is_active"),
    ]
    list_filter: ClassVar[list] = ["language", "direction", "is_active"]
    search_fields: ClassVar[list] = ["words", "meanings", "note"]
    list_export: ClassVar[list] = [
        "language",
        "words",
        "meanings",
        "direction",
        "note",
        "is_active",
    ]
    ordering: ClassVar[list] = ["language", "words", "pk"]
    panels: ClassVar[list] = [
        FieldPanel("language"),
        FieldPanel("words"),
        FieldPanel("meanings"),
        FieldPanel("direction"),
        FieldPanel("note"),
        FieldPanel("is_active"),
    ]


class SearchGroup(ModelViewSetGroup):
    """The entry “Search” of the admin's menu; who keeps nothing in it does not see it."""

    menu_label = _("Searching")
    menu_icon = "search"
    menu_order = 160
    items = (SynonymViewSet,)
