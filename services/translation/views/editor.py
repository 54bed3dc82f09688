"""Where a translation is written and handed in, whether its page exists already or not."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation as stock

from services.translation.addresses import editor_url
from services.translation.extraction import extract
from services.translation.handing_in import HandInRefused, SourceChanged, hand_in, version_token
from services.translation.models import Status, TranslationVersion
from services.translation.models.review import may_review
from services.translation.outstanding import obstacles
from services.translation.views.access import show_reasons, translation_for

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from services.models.publication import PublishedContent, Reason


@dataclass(frozen=True, slots=True)
class EditorState:
    """What the page around the editor says."""

    token: str
    obstacles: list[Reason]
    in_review: TranslationVersion | None
    may_review: bool
    asked_back: TranslationVersion | None
    target_exists: bool
    may_publish_again: bool


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show the editor, or hand in what was translated."""
    translation = translation_for(request, uuid=uuid, enabled=True)
    if request.method == "POST":
        return _hand_in(request, translation)
    source = translation.source.get_source_instance()
    if extract(source):  # The task may not have run yet, and nobody should translate the past.
        translation = translation_for(request, uuid=uuid)
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    specific = translation.get_target_instance() if target else None
    request.translation_state = _state(  # type: ignore[attr-defined]  # read by localize_patches
        translation, specific, request.user
    )
    return stock.edit_translation(request, translation, specific or _stand_in(source))


def route_to_editor(request: HttpRequest, obj: Any) -> HttpResponseBase | None:
    """Of a translation there is no form but the translators' editor; nothing is saved here."""
    if getattr(obj, "is_source", True):
        return None
    if request.method == "POST":
        messages.error(
            request,
            _("“%(title)s” is a translation: it is changed and handed in here, then reviewed.")
            % {"title": obj},
        )
    translation = Translation.objects.filter(
        source__object_id=obj.translation_key, target_locale_id=obj.locale_id
    ).first()
    if translation is None:
        messages.error(request, _("Ask for its translation first, at its source."))
        return redirect("wagtailadmin_home")
    if request.method == "POST" and "localize-restart-translation" in request.POST:
        translation = translation_for(request, pk=translation.pk)
        Translation.objects.filter(pk=translation.pk).update(enabled=True)
    return redirect(editor_url(translation))


def _hand_in(request: HttpRequest, translation: Translation) -> HttpResponse:
    try:
        hand_in(translation, user=request.user, token=request.POST.get("token", ""))
    except SourceChanged as refusal:
        show_reasons(request, _("Not handed in."), refusal.reasons)
    except HandInRefused as refusal:
        show_reasons(request, _("Not handed in. Still outstanding:"), refusal.reasons)
    else:
        messages.success(request, _("Handed in. Another translator can review it now."))
    return redirect(editor_url(translation))


def _state(translation: Translation, target: Any, user: Any) -> EditorState:
    versions = TranslationVersion.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    latest = versions.newest_first().first()
    in_review = versions.in_review().first()
    return EditorState(
        token=version_token(translation),
        obstacles=obstacles(translation),
        in_review=in_review,
        may_review=in_review is not None and may_review(in_review, user),
        asked_back=latest if latest and latest.status == Status.ASKED_BACK else None,
        target_exists=target is not None,
        may_publish_again=target is not None
        and not target.live
        and in_review is None
        and versions.approved().exists(),
    )


def _stand_in(source: PublishedContent) -> PublishedContent:
    """For the editor, the source stands for a target that is not there yet; it is only read."""
    stand_in = copy(source)
    stand_in.get_translations = lambda inclusive=False: source.get_translations(inclusive=True)
    return stand_in
