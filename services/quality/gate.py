"""Stops the publication of a source that lacks what the law asks for, or contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail_localize.models import get_edit_url

from services.models import AuthorityPage, CompetentAuthority, LifeEventPage, ServicePage
from services.models.publication import PublishedContent, Reason
from services.quality.rules import Finding, inspect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.models import Revision


def complete_by_law(obj: PublishedContent, revision: Revision, user: Any) -> Iterator[Reason]:
    """A gate; translations follow their source and are checked by the translation's own gate."""
    if isinstance(obj, ServicePage | LifeEventPage) and obj.is_source:
        for finding in inspect(obj):
            yield Reason(finding.message, field_url(obj, finding), finding.field)


def authority_is_no_part_of_itself(
    obj: PublishedContent, revision: Revision, user: Any
) -> Iterator[Reason]:
    """A gate: two drafts, each sound when it was saved, can close a circle."""
    if isinstance(obj, CompetentAuthority) and obj.is_source and obj.stands_above_itself():
        yield Reason(
            _("An authority cannot be part of itself, not even through others."),
            f"{get_edit_url(obj)}#panel-child-parent-section",
        )


def authority_of_live_services_stays(
    obj: PublishedContent, revision: Revision, user: Any
) -> Iterator[Reason]:
    """A gate: what is live below the page keeps an authority that answers for it."""
    if not isinstance(obj, AuthorityPage) or not obj.is_source or obj.authority_id is not None:
        return
    if obj.get_children().live().exists():
        yield Reason(
            _("Services below this page are live: name the authority that answers for them."),
            f"{reverse('wagtailadmin_pages:edit', args=[obj.pk])}"
            "#panel-child-content-authority-section",
        )


def field_url(page: ServicePage | LifeEventPage, finding: Finding) -> str:
    """Where the finding can be mended: the field in the form, or the authority's page."""
    if finding.rule == "authority":
        return reverse("wagtailadmin_pages:edit", args=[page.get_parent().pk])
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return f"{address}#{anchor(page, finding.field)}"


def anchor(page: ServicePage | LifeEventPage, field: str) -> str:
    """The id of the place in Wagtail's form where the field is filled, or its reason given."""
    name = "fees" if field == "payment" else field
    reason = f"{name}_not_applicable"
    return f"id_{reason}" if hasattr(page, reason) else f"panel-child-content-{name}-section"
