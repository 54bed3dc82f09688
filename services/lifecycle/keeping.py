"""What must stay live? That without which a live page would have nobody who answers or helps.

Forms, bulk actions, programs and the clock all pass Wagtail's two actions, so it is asked there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.actions.unpublish_page import UnpublishPageAction

from services.lifecycle.followers import language_of, translations_of
from services.lifecycle.refusals import UnpublicationRefused, edit_url, title_of
from services.models import AuthorityPage, CompetentAuthority, ServicePage
from services.models.authorities import TeamSnippet
from services.models.elements import is_filled
from services.models.publication import Reason
from services.models.relations import SnippetRow

if TYPE_CHECKING:
    from collections.abc import Iterator

_check_snippet = UnpublishAction.check
_check_page = UnpublishPageAction.check


def install() -> None:
    """Ask before anything is unpublished; calling it twice changes nothing."""
    UnpublishAction.check = _check_snippet_by_rules
    UnpublishPageAction.check = _check_page_by_rules


def refuse_unless_dispensable(obj: Any, *, with_pages_below: bool = False) -> None:
    """Raise UnpublicationRefused if live pages would be left without it."""
    if reasons := list(obstacles_to_unpublication(obj, with_pages_below=with_pages_below)):
        raise UnpublicationRefused(obj, reasons)


def obstacles_to_unpublication(obj: Any, *, with_pages_below: bool = False) -> Iterator[Reason]:
    """The live pages that need the object; a translation is needed only by what stands below it."""
    if isinstance(obj, CompetentAuthority) and obj.is_source:
        yield from _services_it_answers_for(obj)
    elif isinstance(obj, TeamSnippet) and obj.is_source:
        yield from _pages_it_fills(obj)
    elif isinstance(obj, AuthorityPage) and obj.get_parent().live:
        yield from _services_below(obj, with_pages_below=with_pages_below)


def _check_snippet_by_rules(self: UnpublishAction, *args: Any, **kwargs: Any) -> None:
    _check_snippet(self, *args, **kwargs)
    if _goes_offline(self):
        refuse_unless_dispensable(self.object)


def _check_page_by_rules(self: UnpublishPageAction, *args: Any, **kwargs: Any) -> None:
    _check_page(self, *args, **kwargs)
    if _goes_offline(self):
        below = bool(self.include_descendants)
        # Uncached: the action's receivers read the page again when it has been unpublished.
        refuse_unless_dispensable(self.object.get_specific(), with_pages_below=below)


def _goes_offline(action: UnpublishAction) -> bool:
    """Not what is offline, follows its source, or is unpublished in memory as it is deleted."""
    return action.commit and action.object.live and not getattr(action, "follows_source", False)


def _services_it_answers_for(authority: CompetentAuthority) -> Iterator[Reason]:
    named = AuthorityPage.objects.filter(
        authority__translation_key=authority.translation_key, locale_id=F("source_locale_id")
    )
    for page in named.order_by("path"):
        if page.services().live().exists():
            message = _("It answers for the live services below “%(page)s”. Name another there.")
            yield Reason(message % {"page": title_of(page)}, edit_url(page))


def _pages_it_fills(snippet: TeamSnippet) -> Iterator[Reason]:
    for relation in ServicePage._meta.related_objects:
        row: Any = relation.related_model
        if not issubclass(row, SnippetRow) or not isinstance(snippet, _model_of(row)):
            continue
        chosen = {f"{row.snippet_field}__translation_key": snippet.translation_key}
        rows = row.objects.filter(**chosen)
        pages = ServicePage.objects.live().sources().filter(pk__in=rows.values("page"))
        for page in pages.order_by("path").specific():
            if _is_last(snippet, page, relation.name):
                message = _("“%(page)s” would name nothing in its place. Choose another there.")
                yield Reason(message % {"page": title_of(page)}, edit_url(page))


def _model_of(row: Any) -> Any:
    return row._meta.get_field(row.snippet_field).related_model


def _is_last(snippet: TeamSnippet, page: Any, name: str) -> bool:
    """Whether an element that the law asks of the page is filled by nothing but the snippet."""
    element = next((each for each in page.elements if each.name == name), None)
    if element is None or is_filled(getattr(page, element.reason_field)):
        return False
    key = snippet.translation_key
    rows = getattr(page, name).all()
    return not any(row.is_shown for row in rows if row.snippet.translation_key != key)


def _services_below(page: AuthorityPage, *, with_pages_below: bool) -> Iterator[Reason]:
    """What is live below it, and would stay live when it is gone."""
    if not with_pages_below and ServicePage.objects.live().child_of(page).exists():
        yield Reason(
            _("Services below it are live. Unpublish them first, or together with it."),
            reverse("wagtailadmin_explore", args=[page.pk]),
        )
    for translation in translations_of(page):
        words = {"title": title_of(translation), "language": language_of(translation)}
        for own in ServicePage.objects.live().sources().child_of(translation).order_by("path"):
            message = _(
                "Below “%(title)s” (%(language)s) stands “%(page)s”, written in that language."
            )
            yield Reason(message % {**words, "page": title_of(own)}, edit_url(own))
