"""What was handed in and approved: every version of every translation, with its source's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Revision

from services.changes import digest

if TYPE_CHECKING:
    from services.models.publication import PublishedContent


class Status(models.TextChoices):
    IN_REVIEW = "in_review", _("in review")
    ASKED_BACK = "asked_back", _("asked back")
    APPROVED = "approved", _("approved")
    SUPERSEDED = "superseded", _("superseded")


class TranslationVersionQuerySet(models.QuerySet["TranslationVersion"]):
    def of(self, obj: PublishedContent) -> Self:
        """The versions of one translation."""
        return self.filter(translation_key=obj.translation_key, locale_id=obj.locale_id)

    def approved(self) -> Self:
        return self.filter(status=Status.APPROVED)

    def in_review(self) -> Self:
        return self.filter(status=Status.IN_REVIEW)

    def current(self) -> Self:
        """What is in review or approved; at most one of each for a translation."""
        return self.filter(status__in=[Status.IN_REVIEW, Status.APPROVED])

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class TranslationVersion(models.Model):
    """One revision of a translation, as it was handed in, beside the source that it follows.

    wagtail-localize keeps the newest source's segments only; here stays what was reviewed. The
    digest is that of ``services.changes.words_of`` the source, so it covers order and structure.
    ``segments`` holds, in order, ``path``, ``source``, ``target`` and ``author`` of each text; it
    is empty for an import, whose words are in its revision. ``addresses`` holds the same of each
    address that a translator may set, those in texts included; its ``target`` is empty where the
    source's holds. Wagtail may overwrite a revision in
    place, so the digest of its content tells whether it is still what was handed in.
    """

    translation_key = models.UUIDField(_("translation key"))
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name=_("language")
    )
    revision = models.OneToOneField(
        Revision,
        on_delete=models.SET_NULL,
        null=True,
        related_name="translation_version",
        verbose_name=_("revision"),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.IN_REVIEW)
    content_digest = models.CharField(_("digest of the revision"), max_length=64, blank=True)
    source_digest = models.CharField(_("digest of the source's words"), max_length=64, blank=True)
    source_changed_on = models.DateField(_("date of the source version"), null=True)
    segments = models.JSONField(_("segments"), default=list)
    addresses = models.JSONField(_("addresses"), default=list)
    authors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("authors of new words")
    )
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("handed in by"),
    )
    handed_in_at = models.DateTimeField(_("handed in at"), auto_now_add=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True)
    comment = models.TextField(_("comment"), blank=True)

    objects = TranslationVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a translation")
        verbose_name_plural = _("versions of translations")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["translation_key", "locale"], name="translation_version_of")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"],
                condition=models.Q(status=Status.APPROVED),
                name="one_approved_version_per_translation",
            ),
            models.UniqueConstraint(
                fields=["translation_key", "locale"],
                condition=models.Q(status=Status.IN_REVIEW),
                name="one_version_in_review_per_translation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale} {self.status}"

    def is_unchanged(self, revision: Revision) -> bool:
        """Whether the revision still holds what was handed in."""
        return self.revision_id == revision.pk and self.content_digest == digest(revision.content)

    def was_written_by(self, user: Any) -> bool:
        """Whether the user handed it in or wrote words that are new in it."""
        return user.pk == self.handed_in_by_id or self.authors.filter(pk=user.pk).exists()
