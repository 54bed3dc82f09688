"""Where a version that was handed in is compared with its source, and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from services.models.publication import PublicationRefused
from services.rights.translators import is_translator
from services.translation.addresses import editor_url, review_url
from services.translation.comparison import compare
from services.translation.extraction import live_digest
from services.translation.models import Status, TranslationVersion
from services.translation.models.review import may_review
from services.translation.reviewing import (
    NothingApproved,
    NotInReview,
    StillInReview,
    approve,
    ask_back,
    publish_again,
)
from services.translation.views.access import show_reasons

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Source and translation, before and after; approve or ask back."""
    version = get_object_or_404(TranslationVersion.objects.select_related("locale"), pk=pk)
    if not is_translator(request.user, version.locale):
        raise PermissionDenied
    if request.method == "POST":
        return _decide(request, version)
    translation = Translation.objects.filter(
        source__object_id=version.translation_key, target_locale=version.locale
    ).first()
    context = {
        "version": version,
        "title": version.revision.object_str if version.revision else "",
        "comparison": compare(version),
        "is_open": version.status == Status.IN_REVIEW,
        "may_decide": may_review(version, request.user),
        "has_later": _has_later_revision(version),
        "source_moved_on": translation is not None
        and version.source_digest != live_digest(translation.source),
        "source_locale": translation.source.locale if translation else None,
        "editor_url": editor_url(translation) if translation else "",
    }
    return render(request, "translation/review.html", context)


@require_POST
def again(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Put the last approved version of an unpublished translation live again."""
    translation = get_object_or_404(Translation, uuid=uuid)
    target = translation.source.object.get_instance_or_none(translation.target_locale)
    if target is None:
        raise PermissionDenied
    specific = translation.get_target_instance()
    try:
        publish_again(specific, user=request.user)
    except NothingApproved:
        messages.error(request, _("No version of this translation has been approved."))
    except StillInReview:
        messages.error(
            request, _("A newer version is in review. Let it be decided, or cancel its workflow.")
        )
    except PublicationRefused as refusal:
        show_reasons(request, _("Nothing was published."), refusal.reasons)
    else:
        messages.success(request, _("The approved version is live again."))
    if is_translator(request.user, translation.target_locale):
        return redirect(editor_url(translation))
    return redirect("wagtailadmin_home")


def _decide(request: HttpRequest, version: TranslationVersion) -> HttpResponse:
    decision = {"approve": _approve, "ask_back": _ask_back}.get(request.POST.get("decision", ""))
    if decision is None:
        return HttpResponseBadRequest()
    try:
        decision(request, version, request.POST.get("comment", "").strip())
    except NotInReview:
        messages.error(request, _("This version is no longer in review."))
    except PublicationRefused as refusal:
        show_reasons(request, _("Nothing was published."), refusal.reasons)
    return redirect(review_url(version))


def _approve(request: HttpRequest, version: TranslationVersion, comment: str) -> None:
    approve(version, user=request.user, comment=comment)
    messages.success(request, _("Approved: this version is live now."))


def _ask_back(request: HttpRequest, version: TranslationVersion, comment: str) -> None:
    if not comment:
        messages.error(request, _("Write a comment: what should be changed?"))
        return
    ask_back(version, user=request.user, comment=comment)
    messages.success(request, _("Asked back: the translator sees your comment."))


def _has_later_revision(version: TranslationVersion) -> bool:
    revision = version.revision
    return revision is not None and not (
        revision.is_latest_revision() and version.is_unchanged(revision)
    )
