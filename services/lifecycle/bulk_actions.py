"""What happens when many pages are published or deleted at once?

Wagtail does all or nothing, and ends with an error. Here each page that may be published is, and
the others are listed with what they lack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from services.lifecycle.refusals import refusal_message
from services.models.publication import PublicationRefused, PublishedContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.http import HttpRequest, HttpResponse


def publish_what_may_be(
    request: HttpRequest, pages: Iterable[Page], action: Any
) -> HttpResponse | None:
    """Publish the pages one by one, and tell of each that was refused."""
    below = action.cleaned_form.cleaned_data.get("include_descendants")
    parents = sum([_publish(request, page) for page in pages])
    children = sum([_publish(request, page) for page in _drafts_below(pages, request.user, below)])
    if parents or children:
        messages.success(request, action.get_success_message(parents, children))
    return redirect(action.next_url)


def leave_out_followers(objects: list[Any]) -> None:
    """Take translations off the list whose source is on it: they go with their source."""
    whole = [obj.specific if isinstance(obj, Page) else obj for obj in objects]
    published = [obj for obj in whole if isinstance(obj, PublishedContent)]
    sources = {obj.translation_key for obj in published if obj.is_source}
    followers = {
        obj.pk for obj in published if not obj.is_source and obj.translation_key in sources
    }
    objects[:] = [obj for obj in objects if obj.pk not in followers]


def services_first(pages: list[Any], action: Any) -> None:
    """Begin with the pages below: an authority's page must wait for the services on it."""
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        known = {page.pk for page in pages}
        for page in list(pages):
            below = page.get_descendants().live().exclude(pk__in=known).specific()
            pages += [each for each in below if action.check_perm(each)]
            known.update(each.pk for each in pages)
    pages.sort(key=lambda page: (-page.depth, page.path))


def _publish(request: HttpRequest, page: Page) -> bool:
    revision = page.get_latest_revision() or page.specific.save_revision(user=request.user)
    try:
        revision.publish(user=request.user)
    except PublicationRefused as refused:
        refusal_message(request, refused)
        return False
    return True


def _drafts_below(pages: Iterable[Page], user: Any, wanted: bool) -> Iterator[Page]:
    if not wanted:
        return
    for page in pages:
        for draft in page.get_descendants().not_live().specific():
            if draft.permissions_for_user(user).can_publish():
                yield draft
