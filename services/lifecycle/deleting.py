"""What happens to the translations when a source is deleted? They are deleted with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import PROTECT
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex

from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.refusals import DeletionRefused, edit_url, title_of
from services.models import DeletedService, ServicePage
from services.models.publication import PublishedContent, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

_check_deletion = DeletePageAction.check


def install() -> None:
    """Ask before a page is deleted, by the admin or a program; twice changes nothing.

    The signal is sent when the tree has counted the page out already.
    """
    DeletePageAction.check = _check_by_rules


def refuse_unless_deletable(obj: Any) -> None:
    """Raise DeletionRefused if a translation could not be deleted along with its source."""
    if reasons := list(obstacles_to_deletion(obj)):
        raise DeletionRefused(obj, reasons)


def obstacles_to_deletion(obj: Any) -> Iterator[Reason]:
    """Why a source cannot go: a translation is used, or holds what was written in its language."""
    for translation in translations_of(obj):
        words = {"title": title_of(translation), "language": language_of(translation)}
        for user in _protected_by(translation):
            yield Reason(
                _("Its translation “%(title)s” (%(language)s) is used by “%(user)s”.")
                % {**words, "user": title_of(user)},
                edit_url(user),
            )
        for page in _own_pages_below(translation):
            yield Reason(
                _("Below “%(title)s” (%(language)s) stands “%(page)s”, written in that language.")
                % {**words, "page": title_of(page)},
                edit_url(page),
            )


def remember_identifier(obj: Any) -> None:
    """Keep the identifier of a deleted service that was ever published: it is gone, not unknown."""
    if isinstance(obj, ServicePage) and obj.is_source and obj.first_published_at:
        DeletedService.objects.get_or_create(translation_key=obj.translation_key)


def delete_translations(source: PublishedContent) -> None:
    """Delete the translations of a source that has just been deleted, in its transaction."""
    for translation in translations_of(source):
        if isinstance(translation, Page):
            DeletePageAction(translation.specific).execute(skip_permission_checks=True)
        else:
            log(instance=translation, action="wagtail.delete", deleted=True)
            translation.delete()


def _check_by_rules(self: DeletePageAction, *args: Any, **kwargs: Any) -> None:
    refuse_unless_deletable(self.page.specific)
    _check_deletion(self, *args, **kwargs)


def _protected_by(obj: Model) -> list[Model]:
    """What uses the object and would be broken without it."""
    references = ReferenceIndex.get_references_to(obj).group_by_source_object()
    if not references.is_protected:
        return []
    return [user for user, uses in references if any(use.on_delete is PROTECT for use in uses)]


def _own_pages_below(obj: Any) -> list[Any]:
    if not isinstance(obj, Page):
        return []
    return [
        page
        for page in obj.get_descendants().specific()
        if isinstance(page, PublishedContent) and page.is_source
    ]
