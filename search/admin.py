"""How search editors keep what helps readers to find things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from search.models import BestBet, OwnerTask, ReleasedQuery, Synonym
from search.page_documents import SEARCHED_MODELS

if TYPE_CHECKING:
    from django.db.models import QuerySet


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


class BestBetIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[BestBet]:
        return super().get_base_queryset().select_related("page")


class BestBetViewSet(SearchViewSet):
    model = BestBet
    name = "best-bets"
    icon = "pick"
    index_view_class = BestBetIndexView
    list_display: ClassVar[list] = [
        "query",
        Column("page", label=_("Page")),
        Column("get_action_display", label=_("What happens"), sort_key="action"),
        Column("language_name", label=_("Language"), sort_key="language"),
        DateColumn("starts_on", label=_("From"), sort_key="starts_on"),
        DateColumn("ends_on", label=_("Until"), sort_key="ends_on"),
    ]
    list_filter: ClassVar[list] = ["language", "action", "ends_on"]
    search_fields: ClassVar[list] = ["query", "reason", "page__title"]
    list_export: ClassVar[list] = [
        "language",
        "query",
        "page",
        "action",
        "position",
        "starts_on",
        "ends_on",
        "reason",
    ]
    ordering: ClassVar[list] = ["language", "query", "position", "pk"]
    panels: ClassVar[list] = [
        FieldPanel("language"),
        FieldPanel("query"),
        PageChooserPanel("page", SEARCHED_MODELS),
        FieldRowPanel([FieldPanel("action"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("reason"),
    ]


class ReleasedQueryViewSet(SearchViewSet):
    model = ReleasedQuery
    name = "suggested-questions"
    icon = "list-ul"
    list_display: ClassVar[list] = [
        "text",
        Column("language_name", label=_("Language"), sort_key="language"),
    ]
    list_filter: ClassVar[list] = ["language"]
    search_fields: ClassVar[list] = ["text"]
    list_export: ClassVar[list] = ["language", "text"]
    ordering: ClassVar[list] = ["language", "text", "pk"]
    panels: ClassVar[list] = [FieldPanel("language"), FieldPanel("text")]


class OwnerTaskIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[OwnerTask]:
        return super().get_base_queryset().select_related("page", "made_by")


class OwnerTaskCreateView(PrefilledCreateView):
    """A new task is that of the person who made it."""

    def get_initial_form_instance(self) -> OwnerTask:
        return OwnerTask(made_by=self.request.user)


class OwnerTaskViewSet(SearchViewSet):
    model = OwnerTask
    name = "owner-tasks"
    icon = "tasks"
    index_view_class = OwnerTaskIndexView
    add_view_class = OwnerTaskCreateView
    list_display: ClassVar[list] = [
        "query",
        Column("page", label=_("Page")),
        Column("note", label=_("What is to be done")),
        Column("made_by", label=_("Made by")),
        DateColumn("made_at", label=_("Made"), sort_key="made_at"),
        DateColumn("done_at", label=_("Done"), sort_key="done_at"),
    ]
    search_fields: ClassVar[list] = ["query", "note", "page__title"]
    list_export: ClassVar[list] = ["query", "page", "note", "made_by", "made_at", "done_at"]
    ordering: ClassVar[list] = ["-made_at", "pk"]
    panels: ClassVar[list] = [
        FieldPanel("query"),
        PageChooserPanel("page", SEARCHED_MODELS),
        FieldPanel("note"),
    ]


class SearchGroup(ModelViewSetGroup):
    """The entry “Findability” of the admin's menu; who keeps nothing in it does not see it."""

    menu_label = _("Findability")
    menu_icon = "search"
    menu_order = 160
    items = (SynonymViewSet, BestBetViewSet, ReleasedQueryViewSet, OwnerTaskViewSet)
