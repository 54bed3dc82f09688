"""Where do translations stand when their source is moved? Below the twin of its new parent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.refusals import MoveRefused, edit_url, not_live, title_of
from services.models.publication import Reason
from services.models.service_page import PublishedPage, ServicePage

if TYPE_CHECKING:
    from collections.abc import Iterator


def refuse_unless_movable(page: Any, parent: Page) -> None:
    """Raise MoveRefused if the page and its translations cannot stand below the parent."""
    if reasons := list(obstacles_to_move(page, parent)):
        raise MoveRefused(page, reasons)


def obstacles_to_move(page: Any, parent: Page) -> Iterator[Reason]:
    """Why a page cannot be moved below the parent, and what to do first."""
    if not isinstance(page, PublishedPage) or page.get_parent() == parent:
        return
    if not parent.is_root() and parent.locale_id != page.locale_id:
        yield Reason(
            _("“%(parent)s” is in %(language)s. A page stays in the language it is written in.")
            % {"parent": title_of(parent.specific), "language": language_of(parent)}
        )
    elif not page.is_source:
        yield from _obstacles_to_move_alone(page, parent)
    else:
        if page.live and isinstance(page, ServicePage):
            yield from _obstacles_to_answer_for(parent)
        for translation in translations_of(page):
            yield from _obstacles_to_follow(translation, parent)


@transaction.atomic
def move_translations(source: Any, parent: Page) -> None:
    """Move the translations of a source that stands below the parent now."""
    for translation in translations_of(source):
        twin = twin_of(parent, translation)
        if twin is not None and translation.get_parent() != twin:
            action = MovePageAction(translation, twin, pos="last-child")
            action.execute(skip_permission_checks=True)


def twin_of(parent: Page, translation: Any) -> Page | None:
    """The parent in the language of the translation; the root of all languages is its own."""
    return parent if parent.is_root() else parent.get_translation_or_none(translation.locale)


def _obstacles_to_answer_for(parent: Page) -> Iterator[Reason]:
    """A service that is live is never without a live authority that answers for it."""
    above: Any = parent.specific
    authority = getattr(above, "answering_authority", None)
    if authority is None:
        yield Reason(
            _("“%(parent)s” names no competent authority.") % {"parent": title_of(above)},
            edit_url(getattr(above, "source", None) or above),
        )
    drafts = [] if above.live else [above]
    if authority is not None and not authority.source_is_live:
        drafts.append(authority.source or authority)
    for draft in drafts:
        yield Reason(not_live(draft), edit_url(draft))


def _obstacles_to_move_alone(page: Any, parent: Page) -> Iterator[Reason]:
    """A translation may only go where its source has gone before."""
    source = page.source
    if source is None or source.get_parent().translation_key == parent.translation_key:
        return
    yield Reason(
        _("It is a translation and stands where its source stands. Move “%(source)s” instead.")
        % {"source": title_of(source)},
        edit_url(source),
    )


def _obstacles_to_follow(translation: Any, parent: Page) -> Iterator[Reason]:
    twin = twin_of(parent, translation)
    language = language_of(translation)
    if twin is None:
        yield Reason(
            _("“%(parent)s” is not translated into %(language)s yet. Translate it first.")
            % {"parent": title_of(parent.specific), "language": language},
            edit_url(parent),
        )
    elif not Page._slug_is_available(translation.slug, twin, page=translation):
        yield Reason(
            _("Below “%(parent)s” (%(language)s) another page has the address “%(slug)s”.")
            % {"parent": title_of(twin.specific), "language": language, "slug": translation.slug},
            edit_url(translation),
        )
