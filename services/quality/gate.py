"""Stops the publication of a source that lacks what the law asks for, or contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from services.lifecycle.refusals import edit_url, not_live
from services.models import AuthorityPage, CompetentAuthority, LifeEventPage, ServicePage
from services.models.publication import PublishedContent, Reason
from services.quality.rules import Finding, inspect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.models import Revision


# Ids in Wagtail's forms that are the same in every language; those of its panels are not.
ANCHORS = {"element": "id_{}_not_applicable", "row": "id_{}-FORMS"}
ANCHOR_OF_FIELD = "id_{}-label"


def complete_by_law(obj: PublishedContent, revision: Revision, user: Any) -> Iterator[Reason]:
    """A gate; translations follow their source and are checked by the translation's own gate."""
    if isinstance(obj, ServicePage | LifeEventPage) and obj.is_source:
        for finding in inspect(obj):
            yield reason_for(user, finding, obj)


def authority_is_no_part_of_itself(
    obj: PublishedContent, revision: Revision, user: Any
) -> Iterator[Reason]:
    """A gate: two drafts, each sound when it was saved, can close a circle."""
    if isinstance(obj, CompetentAuthority) and obj.is_source and obj.stands_above_itself():
        message = _("An authority cannot be part of itself, not even through others.")
        yield reason_for(user, Finding("circle", "parent", message), obj)


def authority_of_live_services_stays(
    obj: PublishedContent, revision: Revision, user: Any
) -> Iterator[Reason]:
    """A gate: what is live below the page keeps an authority that answers for it."""
    if not isinstance(obj, AuthorityPage) or not obj.is_source:
        return
    authority = obj.authority
    if (authority is not None and authority.source_is_live) or not obj.services().live().exists():
        return
    if authority is None:
        message = _("Services below this page are live: name the authority that answers for them.")
        yield reason_for(user, Finding("authority", "authority", message, place=obj), obj)
    else:
        draft = authority.source or authority
        yield reason_for(user, Finding("draft", "authority", not_live(draft), place=draft), obj)


def reason_for(user: Any, finding: Finding, obj: PublishedContent) -> Reason:
    """The finding with the address where the user can mend it, or with whom to ask."""
    if may_mend(user, finding):
        return Reason(finding.message, field_url(finding.place or obj, finding), finding.field)
    words = {"reason": finding.message}
    return Reason(_("%(reason)s Ask an administrator to do so.") % words, field=finding.field)


def may_mend(user: Any, finding: Finding) -> bool:
    """Whether the place is the user's to mend; what a program does is everybody's to mend."""
    if user is None or finding.place is None:
        return True
    if finding.rule == "authority":
        return user.has_perm(AuthorityPage.naming_permission)
    policy = policy_registry.get(finding.place)
    return policy.user_has_permission_for_instance(user, "publish", finding.place)


def field_url(obj: PublishedContent, finding: Finding) -> str:
    """Where the finding can be mended: the field in the form, or all of the form."""
    address = edit_url(obj)
    return address if finding.rule == "draft" else f"{address}#{anchor(finding)}"


def anchor(finding: Finding) -> str:
    """The id of the place in Wagtail's form where the field is filled, or its reason given."""
    return ANCHORS.get(finding.rule, ANCHOR_OF_FIELD).format(finding.field)
