"""How often was what asked, and which results were chosen? Nothing is known of who asked."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from search.phrases import LONGEST_PHRASE


class CountingKey(models.Model):
    """The secret under which questions are counted that are not kept; there is one at a time."""

    secret = models.CharField(_("secret"), max_length=64)
    begun_on = models.DateField(_("in use since"))

    class Meta:
        verbose_name = _("key for counting")
        verbose_name_plural = _("keys for counting")

    def __str__(self) -> str:
        return f"{self.begun_on}"


class AskedQueryQuerySet(models.QuerySet["AskedQuery"]):
    def kept(self) -> Self:
        """Return those that were asked often enough to be read."""
        return self.exclude(text="")

    def nameless(self) -> Self:
        return self.filter(text="")

    def without_days(self) -> Self:
        """Return those of which no count is left."""
        return self.filter(~Exists(QueryDay.objects.filter(query=OuterRef("pk"))))

    def forget(self) -> None:
        """Delete these questions with all that was counted of them."""
        ClickDay.objects.filter(query__in=self).delete_at_once()
        QueryDay.objects.filter(query__in=self).delete_at_once()
        self._raw_delete(self.db)


class CountQuerySet(models.QuerySet):
    def delete_at_once(self) -> None:
        """Delete by one statement: nothing hangs on a count, and there are many of them.

        Wagtail listens to each deletion of any row, which makes Django delete one by one.
        """
        self._raw_delete(self.db)


class AskedQuery(models.Model):
    """One question in a language, by its words in normal form.

    While it was seldom asked, nothing but a keyed hash of it is known. With its text come its
    `terms`, the stems of its telling words: questions that have the same ones ask the same.
    """

    language = models.CharField(_("language"), max_length=16)
    digest = models.CharField(_("keyed hash"), max_length=64, blank=True)
    normal_form = models.CharField(_("normal form"), max_length=LONGEST_PHRASE, blank=True)
    text = models.CharField(_("question"), max_length=LONGEST_PHRASE, blank=True)
    terms = models.CharField(_("terms"), max_length=LONGEST_PHRASE, blank=True)

    objects = AskedQueryQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of readers")
        verbose_name_plural = _("questions of readers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["language", "digest"],
                condition=~Q(digest=""),
                name="a_nameless_question_is_counted_once",
            ),
            models.UniqueConstraint(
                fields=["language", "normal_form"],
                condition=~Q(normal_form=""),
                name="a_kept_question_is_counted_once",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.digest


class QueryDay(models.Model):
    """How often a question was asked on a day, found nothing, and led to a page."""

    query = models.ForeignKey(
        AskedQuery, on_delete=models.CASCADE, related_name="days", verbose_name=_("question")
    )
    day = models.DateField(_("day"), db_index=True)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    without_results = models.PositiveIntegerField(_("without results"), default=0)
    clicked = models.PositiveIntegerField(_("results chosen"), default=0)

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a question")
        verbose_name_plural = _("days of questions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["query", "day"], name="one_row_per_question_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.query_id}"


class ClickDay(models.Model):
    """How often the result at a position of a question's results was chosen on a day."""

    query = models.ForeignKey(
        AskedQuery, on_delete=models.CASCADE, related_name="clicks", verbose_name=_("question")
    )
    day = models.DateField(_("day"), db_index=True)
    position = models.PositiveSmallIntegerField(_("position"))
    page = models.UUIDField(_("page"))
    clicked = models.PositiveIntegerField(_("results chosen"), default=0)

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("choice of a result")
        verbose_name_plural = _("choices of results")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["query", "day", "position", "page"],
                name="one_row_per_question_day_and_result",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.query_id} {self.position}"


class FoldedSpool(models.Model):
    """A file of events that was counted: if the file is still there, it is not counted again."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    folded_at = models.DateTimeField(_("counted at"), db_index=True)

    class Meta:
        verbose_name = _("counted file of events")
        verbose_name_plural = _("counted files of events")

    def __str__(self) -> str:
        return self.name
