"""What a person may choose in a form: one's own, what is shared, and pages that are public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page
from wagtail.permissions import policy_registry

from services.models.publication import PublishedContent
from services.rights.snippet_permissions import CHOOSE
from services.rights.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model, QuerySet
    from django.forms import ModelForm


def choosable_pages(user: Any, pages: QuerySet) -> QuerySet:
    """Of the pages those that everybody can read, and those that the user works with."""
    if standing_of(user).administers:
        return pages
    public = Page.objects.live().public().values("pk")
    own = policy_registry.get_by_type(Page).explorable_instances(user).values("pk")
    return pages.filter(Q(pk__in=public) | Q(pk__in=own))


def may_choose(user: Any, obj: Model) -> bool:
    if isinstance(obj, Page):
        return choosable_pages(user, Page.objects.filter(pk=obj.pk)).exists()
    if isinstance(obj, PublishedContent):
        return policy_registry.get(obj).user_has_permission_for_instance(user, CHOOSE, obj)
    return True


class TeamPageForm(WagtailAdminPageForm):
    """A page's form that takes nothing which its choosers would not have offered.

    What had been chosen before stays: an administrator may have chosen it for the team.
    """

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for form in self._forms():
            _refuse_what_is_anothers(form, self.for_user)
        return cleaned

    def _forms(self) -> Iterator[ModelForm]:
        yield self
        for formset in self.formsets.values():
            yield from (form for form in formset.forms if form.is_valid())


def _refuse_what_is_anothers(form: ModelForm, user: Any) -> None:
    for name in form.changed_data:
        chosen = form.cleaned_data.get(name)
        if isinstance(chosen, Page | PublishedContent) and not may_choose(user, chosen):
            form.add_error(name, _("This belongs to another team: choose one of your own."))
