"""Asks for the translation of a source: nothing is copied, published or made for its parents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from services.models.publication import Reason
from services.rights.translators import is_translator, locales_of
from services.translation.addresses import admin_url
from services.translation.extraction import extract
from services.translation.outstanding import missing_parent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet
    from wagtail.models import Locale

    from services.models.publication import PublishedContent


class RequestRefused(Exception):  # noqa: N818  # It is an answer to the editor, not a fault.
    """A translation that cannot be asked for, and why."""

    def __init__(self, reasons: list[Reason]) -> None:
        self.reasons = reasons
        super().__init__("; ".join(str(reason.message) for reason in reasons))


def request_translations(source: PublishedContent, locales: Iterable[Locale]) -> list[Translation]:
    """Ask for the translation of a live source into the languages, or refuse them all."""
    wanted = list(locales)
    if reasons := [*_about_source(source), *_about_parents(source, wanted)]:
        raise RequestRefused(reasons)
    live = type(source)._base_manager.get(pk=source.pk)  # Not what the caller may have changed.
    with transaction.atomic():
        extracted, is_new = TranslationSource.get_or_create_from_instance(live)
        if not is_new:
            extract(live)
        return [
            Translation.objects.update_or_create(
                source=extracted, target_locale=locale, defaults={"enabled": True}
            )[0]
            for locale in wanted
        ]


def missing_languages(source: PublishedContent, languages: QuerySet[Locale]) -> QuerySet[Locale]:
    """Of the given languages, those for which no translation has been asked yet."""
    asked = Translation.objects.filter(source__object_id=source.translation_key, enabled=True)
    return languages.exclude(pk=source.locale_id).exclude(pk__in=asked.values("target_locale"))


def languages_to_request(user: Any, source: PublishedContent) -> QuerySet[Locale]:
    """The team of the source asks for any language, a translator for those of their own."""
    from wagtail.models import Locale

    languages = Locale.objects.all() if may_edit(user, source) else locales_of(user)
    return missing_languages(source, languages)


def may_request(user: Any, source: PublishedContent) -> bool:
    return may_edit(user, source) or locales_of(user).exclude(pk=source.locale_id).exists()


def may_translate(user: Any, translation: Translation) -> bool:
    """Only translators of the language open what is translated into it."""
    return is_translator(user, translation.target_locale)


def may_edit(user: Any, obj: PublishedContent) -> bool:
    """Whether the user belongs to those who write the object itself."""
    policy = policy_registry.get(obj)
    return policy.user_has_permission_for_instance(user, "change", obj)


def _about_source(source: PublishedContent) -> Iterator[Reason]:
    if not source.is_source:
        yield Reason(
            _("“%(title)s” is a translation itself: ask for the translation of its source.")
            % {"title": source},
            admin_url(source.source) if source.source else "",
        )
    elif not source.live:
        yield Reason(_("Publish “%(title)s” first.") % {"title": source}, admin_url(source))


def _about_parents(source: PublishedContent, locales: list[Locale]) -> Iterator[Reason]:
    """A parent whose translation was asked for will be there by the time of handing in."""
    if not isinstance(source, Page):
        return
    asked = set(
        Translation.objects.filter(
            source__object_id=source.get_parent().translation_key, enabled=True
        ).values_list("target_locale_id", flat=True)
    )
    for locale in locales:
        if locale.pk not in asked:
            yield from missing_parent(source, locale)
