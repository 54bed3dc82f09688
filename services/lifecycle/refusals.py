"""How is somebody told that something was refused, why, and where it can be mended?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_localize.models import get_edit_url

from services.models.publication import PublicationRefused, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model
    from django.http import HttpRequest
    from django.utils.functional import Promise
    from django.utils.safestring import SafeString


class ActionRefused(Exception):  # noqa: N818  # It is an answer to the editor, not a fault.
    """Raised before anything is written, where an action would part what belongs together."""

    heading: str | Promise = gettext_lazy("“%(title)s” was left as it is:")

    def __init__(self, obj: Model, reasons: list[Reason]) -> None:
        self.object = obj
        self.reasons = reasons
        super().__init__("; ".join(str(reason.message) for reason in reasons))


class MoveRefused(ActionRefused):
    """The translations could not follow."""

    heading = gettext_lazy("“%(title)s” was not moved:")


class UnpublicationRefused(ActionRefused):
    """Pages that stay live would be left without it."""

    heading = gettext_lazy("“%(title)s” was not unpublished:")


class CopyRefused(ActionRefused):
    """The copy would be live without having passed the gate, or be an alias."""

    heading = gettext_lazy("“%(title)s” was not copied:")


class DeletionRefused(ActionRefused):
    """The translations cannot be deleted along."""

    heading = gettext_lazy("“%(title)s” was not deleted:")


Refusal = PublicationRefused | ActionRefused


def refusal_heading(refused: Refusal) -> str:
    """What was refused, of which page or snippet."""
    title = {"title": title_of(refused.object)}
    if isinstance(refused, ActionRefused):
        return refused.heading % title
    return _("“%(title)s” was not published. What you wrote is kept as a draft.") % title


def refusal_text(refused: Refusal) -> SafeString:
    """The heading and the reasons as HTML, each with the link to where it can be mended."""
    return with_list(refusal_heading(refused), (linked(reason) for reason in refused.reasons))


def refusal_message(request: HttpRequest, refused: Refusal) -> None:
    """Show the refusal on the next page of the admin that the user sees."""
    messages.error(request, refusal_text(refused))


def with_list(heading: str, items: Iterable[str]) -> SafeString:
    """A heading and a list, as HTML."""
    return format_html(
        "{}<ul>{}</ul>", heading, format_html_join("", "<li>{}</li>", ((item,) for item in items))
    )


def linked(reason: Reason) -> str:
    """The reason's words, as a link if it has an address."""
    if not reason.url:
        return str(reason.message)
    return format_html('<a href="{}">{}</a>', reason.url, reason.message)


def edit_url(obj: Model) -> str:
    """Where the object is edited in the admin, or the admin's front page."""
    return get_edit_url(obj) or reverse("wagtailadmin_home")


def title_of(obj: Any) -> str:
    """The name that editors know it by."""
    if hasattr(obj, "get_admin_display_title"):
        return obj.get_admin_display_title()
    return str(obj)


def not_live(obj: Any) -> str:
    """What is chosen or stands above counts for nothing while it is a draft."""
    message = _("“%(title)s” is not live, so readers do not see it. Publish it first.")
    return message % {"title": title_of(obj)}
