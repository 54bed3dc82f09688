"""Gives each new authority its team, and each new language its translators."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Locale

from services.models import AuthorityPage
from services.rights.operations import ensure_team, ensure_translators


@receiver(post_save, sender=AuthorityPage, dispatch_uid="services.rights.ensure_team")
def on_authority_page_saved(
    instance: AuthorityPage, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    if created and not raw:
        ensure_team(instance)


@receiver(post_save, sender=Locale, dispatch_uid="services.rights.ensure_translators")
def on_locale_saved(instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        ensure_translators(instance)
