"""Where the life cycle stands in the admin: dialogues, bulk actions, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter

from services.lifecycle.bulk_actions import (
    leave_out_followers,
    publish_what_may_be,
    services_first,
)
from services.lifecycle.deleting import refuse_unless_deletable
from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.moving import refuse_unless_movable
from services.lifecycle.refusals import (
    ActionRefused,
    edit_url,
    refusal_message,
    title_of,
    with_list,
)
from services.lifecycle.scheduled import KEPT, REFUSED

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail.log_actions import LogActionRegistry
    from wagtail.models import ModelLogEntry, Page


@hooks.register("before_move_page")
def before_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """The dialogue says what else is moved; a move that must fail does not get as far."""
    try:
        refuse_unless_movable(page.specific, destination)
    except ActionRefused as refused:
        refusal_message(request, refused)
        return redirect("wagtailadmin_pages:move", page.pk)
    _announce(request, page.specific, _("Its translations move with it:"))
    return None


@hooks.register("before_delete_page")
def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The dialogue says what else is deleted; a deletion that must fail does not get as far."""
    try:
        refuse_unless_deletable(page.specific)
    except ActionRefused as refused:
        refusal_message(request, refused)
        return redirect(edit_url(page))
    _announce(request, page.specific, _("Its translations are deleted with it:"))
    return None


@hooks.register("before_delete_snippet")
def before_delete_snippets(request: HttpRequest, snippets: list[Any]) -> HttpResponse | None:
    for snippet in snippets:
        try:
            refuse_unless_deletable(snippet)
        except ActionRefused as refused:
            refusal_message(request, refused)
            return redirect(edit_url(snippet))
    return None


@hooks.register("before_bulk_action")
def before_bulk_action(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type == "publish":
        return publish_what_may_be(request, objects, action)
    if action_type == "unpublish":
        services_first(objects, action)
    if action_type in {"delete", "unpublish"}:
        leave_out_followers(objects)
    return None


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(REFUSED)
    class RefusedFormatter(LogFormatter):
        label = gettext_lazy("Refuse scheduled draft")

        def format_message(self, entry: ModelLogEntry) -> str:
            reasons = " ".join(entry.data.get("reasons", []))
            return _("Not published as scheduled: %(reasons)s") % {"reasons": reasons}

    @actions.register_action(KEPT)
    class KeptFormatter(LogFormatter):
        label = gettext_lazy("Keep live what expired")

        def format_message(self, entry: ModelLogEntry) -> str:
            reasons = " ".join(entry.data.get("reasons", []))
            return _("Still live although it has expired: %(reasons)s") % {"reasons": reasons}


def _announce(request: HttpRequest, obj: Any, heading: str) -> None:
    translations = translations_of(obj)
    if request.method == "GET" and translations:
        items = [f"{language_of(each)}: {title_of(each)}" for each in translations]
        messages.warning(request, with_list(heading, items))
