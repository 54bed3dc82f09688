"""Hands a front page over to the site that has none yet."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from home.models import HomePage
from home.site_root import take_as_root


@receiver(post_save, sender=HomePage, dispatch_uid="home.take_as_root")
def on_front_page_saved(instance: HomePage, raw: bool = False, **kwargs: Any) -> None:
    if instance.live and instance.is_source and not raw:
        take_as_root(instance)
