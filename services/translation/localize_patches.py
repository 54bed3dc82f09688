"""The one place where wagtail-localize, and Wagtail's copy for it, is changed; see decision 0005.

Everything here is installed once, when the application is ready, and raises no error if it is
installed again. What is closed by an address of ours instead is in ``urls.py``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db.models.signals import post_delete, post_save
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.actions.copy_for_translation import (
    CopyPageForTranslationAction,
    CopyPageForTranslationPermissionError,
)
from wagtail_localize import models, synctree, wagtail_hooks
from wagtail_localize.locales import components
from wagtail_localize.views import edit_translation

from services.translation.addresses import editor_url
from services.translation.extraction import is_behind, live_digest
from services.translation.models import TranslationVersion

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from wagtail_localize.models import Translation

STOCK_EDITOR = "wagtail_localize/admin/edit_translation.html"
STOCK_MODULES = {wagtail_hooks.__name__, synctree.__name__}
# Stock's addresses, its ways into its editor, its buttons and aliases; ours: wagtail_hooks.py.
CLOSED_HOOKS = (
    "after_create_page",
    "before_edit_page",
    "before_edit_snippet",
    "register_admin_urls",
    "register_page_action_menu_item",
    "register_page_header_buttons",
    "register_page_listing_more_buttons",
    "register_snippet_action_menu_item",
    "register_snippet_listing_buttons",
)

_progress = models.Translation.get_progress
_copy_for_translation = CopyPageForTranslationAction.execute


class StockRefused(RuntimeError):  # noqa: N818  # It says what was refused.
    """A function of wagtail-localize that would bypass the review was called."""


def install() -> None:
    """Replace, disconnect and refuse what bypasses the review or tells an untruth."""
    models.Translation.get_progress = progress_of
    models.Translation.get_status_display = status_of
    models.Translation.get_target_instance_edit_url = editor_url
    models.Translation.save_target = _refuse
    models.TranslationSource.create_or_update_translation = _refuse
    models.LocaleSynchronization.sync_trees = _refuse
    synctree.synchronize_tree = _refuse
    edit_translation.render = _render
    CopyPageForTranslationAction.execute = _copy_as_draft
    _keep_titles()
    _close_tree_synchronisation()
    _close_hooks()


def progress_of(translation: Translation) -> tuple[int, int]:
    """Texts in all and translated; while the source is ahead, at least one is not translated."""
    total, done = _progress(translation)
    if done == total and is_behind(translation.source):
        return total + 1, done
    return total, done


def status_of(translation: Translation) -> str:
    """“Up to date” only if what is approved follows the live source, part for part."""
    total, done = progress_of(translation)
    if is_behind(translation.source):
        return _("The source has changed")
    if done < total:
        return _("Waiting for translations")
    versions = TranslationVersion.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    if versions.in_review().exists():
        return _("In review")
    approved = versions.approved().first()
    if approved is None or approved.source_digest != live_digest(translation.source):
        return _("Ready to be handed in")
    return _("Up to date")


def _refuse(*args: Any, **kwargs: Any) -> None:
    raise StockRefused("It writes live text, or makes aliases, without a review.")


def _copy_as_draft(action: CopyPageForTranslationAction, *args: Any, **kwargs: Any) -> Any:
    """Only our hand-in copies; the admin's interface for programs names a user, and could alias."""
    if action.user or action.alias or action.copy_parents or action.include_subtree:
        raise CopyPageForTranslationPermissionError("Ask for the translation instead.")
    return _copy_for_translation(action, *args, **kwargs)


def _render(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Stock's editor in our frame: without Publish, Stop and Convert, with Hand in."""
    if template != STOCK_EDITOR:
        return render(request, template, context)
    props = json.loads(context["props"])
    props["perms"] = dict.fromkeys(props["perms"], False)
    props["links"]["convertToAliasUrl"] = None
    state = request.translation_state  # type: ignore[attr-defined]  # set by views/editor.py
    if not state.target_exists:
        props["previewModes"] = []
        props["object"] |= {"isLive": False, "liveUrl": None, "lastPublishedDate": None}
    context = {**context, "props": json.dumps(props), "state": state}
    return render(request, "translation/editor.html", context)


def _keep_titles() -> None:
    """A string that is saved does not change the title in the explorer before its review."""
    post_save.disconnect(models.post_save_string_translation, sender=models.StringTranslation)
    post_delete.disconnect(models.post_delete_string_translation, sender=models.StringTranslation)


def _close_tree_synchronisation() -> None:
    """Tree synchronisation serves the source's text live under other languages."""
    post_save.disconnect(models.sync_trees_on_locale_sync_save, sender=models.LocaleSynchronization)
    components.LOCALE_COMPONENTS[:] = [
        component
        for component in components.LOCALE_COMPONENTS
        if component["model"] is not models.LocaleSynchronization
    ]


def _close_hooks() -> None:
    for name in CLOSED_HOOKS:
        registered = hooks._hooks.get(name, [])
        registered[:] = [hook for hook in registered if hook[0].__module__ not in STOCK_MODULES]
