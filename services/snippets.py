"""How authorities, contact points, laws, codes and territories are kept in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
)
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from services.models import (
    CompetentAuthority,
    ContactPoint,
    LegalReference,
    PolicyCode,
    Territory,
)
from services.models.classification import Validity
from services.rights.snippet_permissions import CHOOSE
from services.rights.standing import standing_of

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.http import HttpRequest


def own_instances(model: type[Model], user: Any) -> QuerySet:
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, {"change"})


def choosable_instances(model: type[Model], user: Any) -> QuerySet:
    """What the user may choose today; what was chosen before its end stays."""
    policy = policy_registry.get_by_type(model)
    instances = policy.instances_user_has_any_permission_for(user, {CHOOSE})
    return instances.valid() if issubclass(model, Validity) else instances


class OwnChooseView(ChooseView):
    def get_object_list(self) -> QuerySet:
        return choosable_instances(self.model_class, self.request.user)


class OwnChooseResultsView(ChooseResultsView):
    def get_object_list(self) -> QuerySet:
        return choosable_instances(self.model_class, self.request.user)


class OwnChosenMultipleView(SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet:
        return choosable_instances(self.model_class, self.request.user).filter(pk__in=pks)


class OwnChooserViewSet(SnippetChooserViewSet):
    """Offers what the user may choose; the doorkeeper watches over single objects."""

    choose_view_class = OwnChooseView
    choose_results_view_class = OwnChooseResultsView
    chosen_multiple_view_class = OwnChosenMultipleView


class OwnSnippetViewSet(SnippetViewSet):
    """Lists what the user may change."""

    chooser_viewset_class = OwnChooserViewSet
    search_backend_name = None
    # A copy would share its translations with the original.
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return own_instances(self.model, request.user)


class TeamCreateView(CreateView):
    """Makes a snippet that belongs to the team of the person who made it."""

    def get_initial_form_instance(self) -> Any:
        instance = super().get_initial_form_instance() or self.model()
        teams = standing_of(self.request.user).teams
        instance.team_id = teams[0] if teams else None
        return instance


class CompetentAuthorityViewSet(OwnSnippetViewSet):
    model = CompetentAuthority
    icon = "home"
    list_display: ClassVar[list] = [
        "name",
        "parent",
        LocaleColumn(),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]
    list_filter: ClassVar[list] = ["live"]
    search_fields: ClassVar[list] = ["name", "identifiers__value"]
    ordering: ClassVar[list] = ["name", "pk"]


class ContactPointViewSet(OwnSnippetViewSet):
    model = ContactPoint
    icon = "mail"
    add_view_class = TeamCreateView
    list_display: ClassVar[list] = [
        "name",
        Column("telephone", label=_("Telephone")),
        Column("email", label=_("E-mail")),
        Column("team", label=_("Team")),
        LocaleColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter: ClassVar[list] = ["live"]
    search_fields: ClassVar[list] = ["name", "telephone", "email"]
    ordering: ClassVar[list] = ["name", "pk"]


class LegalReferenceViewSet(OwnSnippetViewSet):
    model = LegalReference
    icon = "doc-full"
    add_view_class = TeamCreateView
    list_display: ClassVar[list] = [
        "title",
        Column("get_kind_display", label=_("Kind")),
        Column("team", label=_("Team")),
        LocaleColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter: ClassVar[list] = ["kind", "live"]
    search_fields: ClassVar[list] = ["title", "url"]
    ordering: ClassVar[list] = ["title", "pk"]


VALIDITY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]), FieldPanel("source")],
    heading=_("Validity"),
    help_text=_("Lists lag the law: end a row instead of deleting it, and say where it is from."),
)


class PolicyCodeViewSet(OwnSnippetViewSet):
    model = PolicyCode
    icon = "tag"
    list_display: ClassVar[list] = [
        "identifier",
        Column("code", label=_("Official code"), sort_key="code"),
        Column("get_annex_display", label=_("Annex")),
        Column("title_en", label=_("Official English title")),
        Column("valid_from", label=_("Valid from"), sort_key="valid_from"),
        Column("valid_until", label=_("Valid until"), sort_key="valid_until"),
    ]
    list_filter: ClassVar[list] = ["annex"]
    search_fields: ClassVar[list] = ["identifier", "code", "title_en"]
    ordering: ClassVar[list] = ["annex", "position", "pk"]
    panels: ClassVar[list] = [
        FieldPanel("identifier"),
        FieldPanel("code"),
        FieldPanel("annex"),
        FieldPanel("parent"),
        FieldPanel("title_en"),
        FieldPanel("position"),
        VALIDITY,
    ]


class TerritoryViewSet(OwnSnippetViewSet):
    model = Territory
    icon = "globe"
    list_display: ClassVar[list] = [
        "name",
        Column("code", label=_("Code"), sort_key="code"),
        Column("get_kind_display", label=_("Kind")),
        Column("parent", label=_("Part of")),
    ]
    list_filter: ClassVar[list] = ["kind", "country"]
    search_fields: ClassVar[list] = ["name", "code"]
    ordering: ClassVar[list] = ["kind", "code", "pk"]
    panels: ClassVar[list] = [
        FieldPanel("country"),
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("name"),
        FieldPanel("parent"),
        VALIDITY,
    ]


class ServicesGroup(SnippetViewSetGroup):
    """The entry “Services” of the admin's menu."""

    menu_label = _("Services")
    menu_icon = "form"
    menu_order = 150
    items = (
        ContactPointViewSet,
        LegalReferenceViewSet,
        CompetentAuthorityViewSet,
        PolicyCodeViewSet,
        TerritoryViewSet,
    )
