"""Where in the admin an object, a translation or a version of one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, get_edit_url

if TYPE_CHECKING:
    from services.models.publication import PublishedContent
    from services.translation.models import TranslationVersion


def admin_url(obj: Any) -> str:
    """The address of the form in which the page or snippet is edited."""
    return get_edit_url(obj) or ""


def editor_url(translation: Translation) -> str:
    """The address where the translation is written, whether its page exists or not."""
    return reverse("translation:edit", args=[translation.uuid])


def review_url(version: TranslationVersion) -> str:
    """The address where a version is compared with its source and approved or asked back."""
    return reverse("translation:review", args=[version.pk])


def request_url(source: PublishedContent) -> str:
    """The address where translations of a source are asked for."""
    if isinstance(source, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    names = [source._meta.app_label, source._meta.model_name, source.pk]
    return reverse("wagtail_localize:submit_snippet_translation", args=names)
