"""What must be looked at again by those who keep an index, and how far each of them has come."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutboxEntry(models.Model):
    """A page in one language that may have changed, come or gone.

    It is written in the transaction of the change, so it exists if and only if the change does.
    It says where to look, not what to do: whoever reads it looks at the page as it is by then.
    """

    translation_key = models.UUIDField(_("translation key"))
    language = models.CharField(_("language"), max_length=16)
    recorded_at = models.DateTimeField(_("recorded at"), db_index=True)

    class Meta:
        verbose_name = _("outbox entry")
        verbose_name_plural = _("outbox entries")

    def __str__(self) -> str:
        return f"{self.language} {self.translation_key}"


class OutboxConsumer(models.Model):
    """One reader of the outbox: a generation of an engine's index.

    All entries up to `position` are settled. Numbers are given when an entry is written and seen
    when its transaction ends, so a lower number can appear after a higher one: `ahead` holds the
    settled numbers behind such a gap.
    """

    name = models.CharField(_("name"), max_length=100)
    position = models.BigIntegerField(_("position"), default=0)
    ahead = models.JSONField(_("settled beyond the position"), default=list, blank=True)
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("reader of the outbox")
        verbose_name_plural = _("readers of the outbox")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name"], name="one_reader_of_the_outbox_per_name")
        ]

    def __str__(self) -> str:
        return self.name
