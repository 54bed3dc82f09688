"""Who wrote on a translation since a version of it was last approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

if TYPE_CHECKING:
    import datetime as dt
    from uuid import UUID


class WriterQuerySet(models.QuerySet["Writer"]):
    def on(self, translation_key: UUID, locale_id: int) -> Self:
        """Those who wrote on one translation."""
        return self.filter(translation_key=translation_key, locale_id=locale_id)

    def until(self, at: dt.datetime) -> Self:
        """Those who have written nothing since."""
        return self.filter(wrote_at__lte=at)

    def note(self, translation_key: UUID, locale_id: int, user_id: int) -> None:
        """Keep that the user wrote on it now."""
        self.update_or_create(
            translation_key=translation_key,
            locale_id=locale_id,
            user_id=user_id,
            defaults={"wrote_at": timezone.now()},
        )


class Writer(models.Model):
    """Somebody whose words, or whose deletions, may be in the next version of a translation.

    A text itself names only who changed it last: a comma of somebody else's would free its author
    to approve it.
    """

    translation_key = models.UUIDField(_("translation key"))
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("user"),
    )
    wrote_at = models.DateTimeField(_("wrote at"))

    objects = WriterQuerySet.as_manager()

    class Meta:
        verbose_name = _("writer of a translation")
        verbose_name_plural = _("writers of translations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["translation_key", "locale", "user"],
                name="a_writer_of_a_translation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale} {self.user}"
