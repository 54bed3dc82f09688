"""Who translates into which language: the members of the group that is named after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail.models import Locale

from services.rights.administrators import is_administrator

if TYPE_CHECKING:
    from django.db.models import QuerySet

PREFIX = "Translators "


def group_name(locale: Locale) -> str:
    """The name of the group of a language's translators, such as “Translators en”."""
    return f"{PREFIX}{locale.language_code}"


def is_translator(user: Any, locale: Locale) -> bool:
    """Whether the user translates into the language; administrators do so into all."""
    if not user.is_active:
        return False
    return user.groups.filter(name=group_name(locale)).exists() or is_administrator(user)


def locales_of(user: Any) -> QuerySet[Locale]:
    """The languages into which the user translates."""
    if not user.is_active:
        return Locale.objects.none()
    if is_administrator(user):
        return Locale.objects.all()
    names = user.groups.filter(name__startswith=PREFIX).values_list("name", flat=True)
    return Locale.objects.filter(language_code__in=[name[len(PREFIX) :] for name in names])
