"""The page or snippet that a translation becomes: made as a draft, built without gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

if TYPE_CHECKING:
    from wagtail.models import Locale
    from wagtail_localize.models import Translation

    from services.models.publication import PublishedContent

# What belongs to the source alone, or is recorded when the translation itself is published.
NOT_COPIED = (
    "own_addresses",
    "words_digest",
    "facts_digest",
    "words_changed_on",
    "facts_changed_on",
    "go_live_at",
    "expire_at",
)
NOT_LIVE = {
    "live": False,
    "live_revision": None,
    "latest_revision": None,
    "first_published_at": None,
    "last_published_at": None,
    "has_unpublished_changes": True,
    "locked": False,
    "locked_at": None,
    "locked_by": None,
}


def create_target(translation: Translation, source: PublishedContent) -> None:
    """Make the draft that the translation's revisions belong to; never an alias, no parents."""
    if isinstance(source, Page):
        _create_page(translation, source)
    else:
        _create_snippet(source, translation.target_locale)


def translated_instance(translation: Translation) -> Any:
    """The target with the translated words, not saved; raises where one is missing.

    Fields that the source has emptied are emptied: stock leaves the old translation in them.
    """
    extracted = translation.source
    instance = extracted.get_ephemeral_translated_instance(
        translation.target_locale, fallback=False
    )
    paths = {
        path.partition(".")[0]
        for segments in (extracted.stringsegment_set, extracted.templatesegment_set)
        for path in segments.values_list("context__path", flat=True)
    }
    for name in instance.word_fields:
        if name not in paths:
            setattr(instance, name, "")
    instance.go_live_at = instance.expire_at = None
    return instance


def word_errors(instance: Any) -> dict[str, list[str]]:
    """The faults of the translated words by content path, such as a text that is too long."""
    errors = _field_errors(instance, "")
    for relation in instance.word_rows:
        for row in getattr(instance, relation).all():
            errors |= _field_errors(row, f"{relation}.{row.translation_key}.")
    return errors


def _field_errors(obj: Any, prefix: str) -> dict[str, list[str]]:
    others = [field.name for field in obj._meta.fields if field.name not in obj.word_fields]
    try:
        obj.clean_fields(exclude=others)
    except ValidationError as error:
        return {f"{prefix}{name}": texts for name, texts in error.message_dict.items()}
    return {}


def _create_page(translation: Translation, source: Any) -> None:
    page = source.copy_for_translation(
        translation.target_locale, copy_parents=False, exclude_fields=list(NOT_COPIED)
    )
    page.slug = _slug(translation, page)
    page.set_url_path(page.get_parent())
    # No saving: a changed address would be redirected, and this one nobody has ever seen.
    Page.objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)
    translation.source.sync_view_restrictions(source, page)


def _slug(translation: Translation, page: Any) -> str:
    """Made from the translated title once; it is no segment and stays."""
    title = StringTranslation.objects.filter(
        context__object_id=page.translation_key,
        context__path="title",
        locale=translation.target_locale,
        translation_of__segments__source=translation.source,
    ).first()
    text = StringValue(title.data).render_text() if title else ""
    slug = slugify(text, allow_unicode=True)[:200].strip("-")
    if not slug or page.get_parent().is_root():
        return page.slug
    return find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)


def _create_snippet(source: Any, locale: Locale) -> None:
    copy = source.copy_for_translation(locale, exclude_fields=list(NOT_COPIED))
    for name, value in NOT_LIVE.items():
        setattr(copy, name, value)
    copy.save()
